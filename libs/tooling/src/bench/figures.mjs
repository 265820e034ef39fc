/**
 * @param {number[]} values not empty
 * @param {number} share 0…1
 * @returns {number} nearest-rank quantile
 */
export function quantile(values, share) {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/** @param {number[]} values not empty @returns {number} */
export const median = (values) => quantile(values, 0.5);

/**
 * A figure as a table shows it: three digits that mean something.
 * @param {number} value
 * @returns {string}
 */
export function shown(value) {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

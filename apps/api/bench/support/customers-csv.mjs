import { CITIES, CLASSES, NAME_PARTS } from './company-names.mjs';

const HEADERS = ['客户编号', '客户名称', '客户类别', '省份', '城市', '地址', '电话', '备注'];

/**
 * One customer of a file, the same for the same number.
 * @param {number} index
 * @returns {string[]} number, name, class, province, city, address, phone, note
 */
export function customerRow(index) {
  const { place, first, second, trade, form } = NAME_PARTS;
  const pick = (list, step) => list[(index * step) % list.length];
  const [province, city] = pick(CITIES, 5);
  const name = pick(place, 1) + pick(first, 7) + pick(second, 11) + pick(trade, 3) + pick(form, 13);
  const phone = `138${String((index * 7919) % 100_000_000).padStart(8, '0')}`;
  return [`BENCH${index}`, name, pick(CLASSES, 3), province, city, `${city}路${index % 990}号`, phone, ''];
}

/** @param {number} rows @returns {Buffer} a CSV file, UTF-8 */
export const customersCsv = (rows) =>
  Buffer.from([HEADERS, ...Array.from({ length: rows }, (_, index) => customerRow(index))].join('\n'));

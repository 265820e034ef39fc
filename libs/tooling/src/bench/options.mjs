import { parseArgs } from 'node:util';

/**
 * Reads `--name N` options from the command line.
 * @template {Record<string, number>} T
 * @param {T} defaults every option there is, with its default
 * @returns {T}
 * @throws Error when an option is unknown or no whole number above 0
 */
export function numberOptions(defaults) {
  const options = Object.fromEntries(Object.keys(defaults).map((name) => [name, { type: 'string' }]));
  const { values } = parseArgs({ options });
  const read = Object.entries(values).map(([name, text]) => {
    const value = Number(text.replaceAll(/[_,]/g, ''));
    if (!Number.isInteger(value) || value < 1)
      throw new Error(`--${name} is "${text}"; it must be a whole number above 0.`);
    return [name, value];
  });
  return { ...defaults, ...Object.fromEntries(read) };
}

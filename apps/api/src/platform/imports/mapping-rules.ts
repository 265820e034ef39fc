import { InvalidInputError } from '../errors/common.errors.js';
import type { FieldProblem } from '../errors/domain-error.js';
import type { MappingEntry } from './import-mapping.js';
import { keyName, keysOf, missingFields, participations } from './participation.js';
import type { ImportResource } from './import-resource.js';
import { isStorable } from '../spreadsheet/index.js';
import { ImportMappingError } from './import.errors.js';

/**
 * @param headers of the file; left out when the mapping was checked against them before
 * @throws ImportMappingError naming fields that are unknown or given twice, columns that are not there, and, when
 *   `headers` is left out, what is still missing.
 */
export function checkMapping(
  mapping: readonly MappingEntry[],
  headers: readonly string[] | undefined,
  resources: readonly ImportResource[],
): void {
  const fields = new Set(
    resources.flatMap(({ resource, fields: own }) => own.map(({ name }) => `${resource}.${name}`)),
  );
  const errors: FieldProblem[] = [];
  const given = new Set<string>();
  for (const [index, { field, column }] of mapping.entries()) {
    const pointer = `/mapping/${index}`;
    if (!fields.has(field))
      errors.push({
        pointer,
        rule: 'unknownField',
        detail: `There is no field "${field}" that you may import.`,
        params: { field },
      });
    if (given.has(field))
      errors.push({
        pointer,
        rule: 'fieldTwice',
        detail: `The field "${field}" has two columns.`,
        params: { field },
      });
    if (headers && !headers.includes(column))
      errors.push({
        pointer,
        rule: 'unknownColumn',
        detail: `The file has no column "${column}".`,
        params: { column },
      });
    given.add(field);
  }
  if (!headers) errors.push(...incomplete(mapping, resources));
  if (errors.length > 0) throw new ImportMappingError('The columns do not fit the fields.', {}, errors);
}

function incomplete(mapping: readonly MappingEntry[], resources: readonly ImportResource[]): FieldProblem[] {
  const missing = missingFields(mapping, resources);
  if (missing.length > 0) {
    return missing.map((field) => ({
      pointer: '/mapping',
      rule: 'missingField',
      detail: `A column for "${field}" is still needed.`,
      params: { field },
    }));
  }
  if (participations(mapping, resources).length > 0) return [];
  return [{ pointer: '/mapping', rule: 'nothingMapped', detail: 'No column is assigned to a field yet.' }];
}

/**
 * Keys and aliases come as free JSON; what is of no use is refused here instead of breaking the job later.
 * @throws InvalidInputError naming the resource or field at fault
 */
export function checkOptions(
  { keys = {}, aliases = {} }: { readonly keys?: object; readonly aliases?: object },
  resources: readonly ImportResource[],
): void {
  const errors: FieldProblem[] = [];
  for (const [name, key] of Object.entries(keys)) {
    const resource = resources.find((candidate) => candidate.resource === name);
    if (
      !resource ||
      !keysOf(resource)
        .map(keyName)
        .includes(key as string)
    )
      errors.push({
        pointer: `/options/keys/${name}`,
        rule: 'unknownKey',
        detail: `"${name}" is not recognised by "${String(key)}".`,
      });
  }
  for (const [field, meant] of Object.entries(aliases)) {
    const isTexts =
      typeof meant === 'object' &&
      meant !== null &&
      Object.values(meant as object).every((text) => typeof text === 'string' && isStorable(text));
    if (!isTexts)
      errors.push({
        pointer: `/options/aliases/${field}`,
        rule: 'texts',
        detail: 'Say for each text of the file which text is meant.',
      });
  }
  if (errors.length > 0) throw new InvalidInputError(errors);
}

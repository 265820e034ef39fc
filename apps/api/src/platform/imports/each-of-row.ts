import type { ImportField, ImportResource } from './import-resource.js';

/**
 * A resource of which a row may give several, as that many resources: the first under its own name, the others beside it with
 * their number in name, label and headers.
 */
export function eachOfRow(resource: ImportResource): ImportResource[] {
  const { perRow = 1 } = resource;
  return perRow === 1 ? [resource] : Array.from({ length: perRow }, (_, index) => nth(resource, index + 1));
}

function nth(resource: ImportResource, number: number): ImportResource {
  const fields = resource.fields.map((field) => nthField(field, number));
  if (number === 1) return { ...resource, fields };
  return {
    ...resource,
    resource: `${resource.resource}-${number}`,
    repeats: resource.resource,
    label: { zh: `${resource.label.zh} ${number}`, en: `${resource.label.en} ${number}` },
    fields,
  };
}

function nthField(field: ImportField, number: number): ImportField {
  const { headers, numberedHeaders = [], label } = field;
  const numbered = [...headers, ...numberedHeaders].map((header) => `${header}${number}`);
  if (number === 1) return { ...field, headers: [...headers, ...numbered] };
  const { looseHeaders: _, ...own } = field;
  return {
    ...own,
    headers: numbered,
    label: { zh: `${label.zh} ${number}`, en: `${label.en} ${number}` },
  };
}

import { may, type Actor } from '../auth/actor.js';
import { sensitiveFields } from '../auth/sensitive-fields.js';
import type { ImportResource } from './import-resource.js';

/**
 * A resource without the fields that this person may not see: what one may not read one may not overwrite unseen either. And
 * without the keys that would tell by "already there" what she is not shown in full.
 */
export function withoutHidden(resource: ImportResource, actor: Actor): ImportResource {
  const kept = sensitiveFields().filter(
    ({ table, permission }) => table === resource.table && !may(actor, permission),
  );
  if (kept.length === 0) return resource;
  const feeds = (name: string, column: string): boolean =>
    resource.fields.some((field) => field.name === name && field.column === column) ||
    (resource.computed?.[column]?.from.includes(name) ?? false);
  const hidden = kept.filter(({ without }) => without === 'hidden');
  return {
    ...resource,
    fields: resource.fields.filter(({ name }) => !hidden.some(({ column }) => feeds(name, column))),
    otherKeys: resource.otherKeys?.filter(
      (key) => !key.some((part) => kept.some(({ column }) => feeds(part, column))),
    ),
  };
}

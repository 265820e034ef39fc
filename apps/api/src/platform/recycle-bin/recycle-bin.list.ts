import { may, SYSTEM_ACTOR, type Actor } from '../auth/actor.js';
import { defineList, type ListDefinition } from '../lists/list-definition.js';
import type { Recyclable } from './recyclable.js';

/** What the bin's list looks like; the rows come from the tables of all resources. */
export const recycleBinList = defineList({
  resource: 'recycle-bin',
  permission: 'recycle-bin:read',
  table: 'bin b',
  joins: 'left join users u on u.id = b.deleted_by',
  key: 'b.id',
  columns: {
    resource: 'b.resource',
    id: 'b.id',
    title: 'b.title',
    subtitle: 'b.subtitle',
    deletedAt: 'b.deleted_at',
    deletedById: 'b.deleted_by',
    deletedByName: 'u.display_name',
    ownerId: 'b.owner_id',
    departmentId: 'b.department_id',
  },
  filters: {
    title: {
      kind: 'any-of',
      sql: 'exists (select 1 from unnest(?) as part where strpos(lower(b.title), lower(part)) > 0)',
      type: 'text',
      describe: 'Part of the name.',
    },
    resource: { kind: 'any-of', sql: 'b.resource', type: 'text', describe: 'Kind of record.' },
    deletedById: { kind: 'any-of', sql: 'b.deleted_by', type: 'uuid', describe: 'Who deleted it.' },
    deletedAt: { kind: 'range', sql: 'b.deleted_at', type: 'timestamptz', describe: 'When it was deleted.' },
  },
  sorts: { deletedAt: { sql: 'b.deleted_at', type: 'timestamptz' } },
  defaultSort: '-deletedAt',
  scope: { owner: 'b.owner_id', department: 'b.department_id' },
});

const branch = ({
  resource,
  table,
  only = 'true',
  joins = '',
  title,
  subtitle = 'null',
  owner,
  department,
}: Recyclable): string =>
  `select '${resource}'::text as resource, r.id, ${title} as title, ${subtitle} as subtitle, r.deleted_at, r.deleted_by,
          ${owner ?? 'null::uuid'} as owner_id, ${department ?? 'null::uuid'} as department_id
     from ${table} r ${joins} where r.deleted_at is not null and ${only}`;

const known = new WeakMap<Actor['permissions'], ListDefinition>();

/** The bin as far as the caller may take records back: of other resources not even the names are told. */
export function binListOf(recyclables: readonly Recyclable[], actor: Actor): ListDefinition {
  const made = actor === SYSTEM_ACTOR ? undefined : known.get(actor.permissions);
  if (made) return made;
  const branches = recyclables.filter(({ permission }) => may(actor, permission)).map(branch);
  const none = `select null::text as resource, null::uuid as id, null::text as title, null::text as subtitle, null::timestamptz as deleted_at,
    null::uuid as deleted_by, null::uuid as owner_id, null::uuid as department_id where false`;
  const list: ListDefinition = {
    ...recycleBinList,
    table: `(${branches.length > 0 ? branches.join(' union all ') : none}) b`,
  };
  if (actor !== SYSTEM_ACTOR) known.set(actor.permissions, list);
  return list;
}

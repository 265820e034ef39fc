import type { Actor } from '../../platform/auth/actor.js';
import type { ListDefinition } from '../../platform/lists/list-definition.js';
import type { ListRequest } from '../../platform/lists/list-request.js';
import { Parameters, type Statement } from '../../platform/lists/list-sql.js';
import { scopeCondition } from '../../platform/lists/scope.js';
import { ENTRY_COLUMNS, type IsSeen, type TimelineBranch, type TimelineSource } from './timeline-sources.js';

/** Its parameters, as lists have them; the rows come from several tables, so the statement is its own. */
export const timelineList = {
  resource: 'timeline',
  permission: 'customer:read',
  table: 'customers c',
  key: 'id',
  columns: {},
  filters: {
    kind: { kind: 'any-of', sql: 'kind', type: 'text', describe: 'What kind of thing.' },
  },
  sorts: { at: { sql: 'at', type: 'timestamptz' } },
  defaultSort: '-at',
} as const satisfies ListDefinition;

/** The same with the kinds there are. */
export const timelineListOf = (values: readonly string[]): ListDefinition => ({
  ...timelineList,
  filters: { kind: { ...timelineList.filters.kind, values } },
});

type After = { readonly at: string; readonly id: string } | undefined;

/** One page in one statement: of each kind no more than the page can hold, then the newest of all. */
export function timelineStatement(
  customerId: string,
  sources: readonly TimelineSource[],
  request: Pick<ListRequest, 'limit' | 'cursor'>,
  actor: Actor,
): Statement {
  const parameters = new Parameters([customerId]);
  const limit = `${parameters.add(request.limit + 1)}::int`;
  const { cursor } = request;
  const after = cursor && { at: parameters.add(cursor.value), id: parameters.add(cursor.key) };
  const selects = sources.flatMap(({ kind, branches }) =>
    branches(actor).map((branch) => branchStatement(kind, branch, after, limit, actor, parameters)),
  );
  const told = Object.keys(ENTRY_COLUMNS).filter((name) => name !== 'person');
  const text = `select e.id, e.kind, e.at, ${told.map((name) => `e."${name}"`).join(', ')}, u.display_name as "personName",
      e.at::text as "_value", e.id::text as "_key"
    from (${[EMPTY, ...selects].join('\nunion all\n')} order by at desc, id desc limit ${limit}) as e
    left join users u on u.id = e.person order by e.at desc, e.id desc`;
  return { text, values: parameters.values };
}

function branchStatement(
  kind: string,
  { columns, from, at, id, where, isDay, scope }: TimelineBranch,
  after: After,
  limit: string,
  actor: Actor,
  parameters: Parameters,
): string {
  const instant = isDay ? `(${at}::timestamp at time zone 'Asia/Shanghai')` : at;
  const conditions = [where];
  if (after) {
    conditions.push(`(${instant}, ${id}) < (${after.at}::timestamptz, ${after.id}::uuid)`);
    // What the index can walk by.
    conditions.push(
      isDay
        ? `${at} <= (${after.at}::timestamptz at time zone 'Asia/Shanghai')::date`
        : `${at} <= ${after.at}::timestamptz`,
    );
  }
  const within = scope && scopeCondition(scope, scope.permission, actor, parameters);
  if (within) conditions.push(within);
  const isSeen: IsSeen = (permission, owner, department) =>
    scopeCondition({ owner, department }, permission, actor, parameters) ?? 'true';
  const told = Object.entries(ENTRY_COLUMNS).map(([name, type]) => {
    const column = columns[name as keyof typeof ENTRY_COLUMNS] ?? `null::${type}`;
    return typeof column === 'string' ? column : column(isSeen);
  });
  return `(select ${id} as id, '${kind}' as kind, ${instant} as at, ${told.join(', ')} from ${from}
      where ${conditions.join(' and ')} order by ${at} desc, ${id} desc limit ${limit})`;
}

/** Names the columns of all branches. */
const EMPTY = `(select null::uuid as id, '' as kind, null::timestamptz as at, ${Object.entries(ENTRY_COLUMNS)
  .map(([name, type]) => `null::${type} as "${name}"`)
  .join(', ')} where false)`;

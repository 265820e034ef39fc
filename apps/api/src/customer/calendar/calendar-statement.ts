import type { Actor } from '../../platform/auth/actor.js';
import { COMPANY_ZONE } from '../../platform/clock/company-time.js';
import { Parameters, type Statement } from '../../platform/lists/list-sql.js';
import { scopeCondition } from '../../platform/lists/scope.js';
import { ENTRY_COLUMNS, type CalendarSource } from './calendar-sources.js';

export interface CalendarRequest {
  /** First and last day, of the company's clock. */
  readonly from: string;
  readonly to: string;
  readonly ownerIds: readonly string[];
  readonly most: number;
}

const midnight = (day: string) => `(${day}::timestamp at time zone '${COMPANY_ZONE}')`;
const BEGINNING = midnight('$1::date');
const END = midnight('($2::date + 1)');

/** Some people's days in one statement: of each kind what its index by owner and time gives. */
export function calendarStatement(
  sources: readonly CalendarSource[],
  { from, to, ownerIds, most }: CalendarRequest,
  actor: Actor,
): Statement {
  const parameters = new Parameters([from, to, ownerIds]);
  const limit = parameters.add(most);
  const selects = sources.map((source) => sourceStatement(source, limit, actor, parameters));
  const text = `select e.*, u.display_name as "ownerName" from (${[EMPTY, ...selects].join('\nunion all\n')}) as e
    left join users u on u.id = e."ownerId"
    order by coalesce(e."startsAt", e.day::timestamp at time zone '${COMPANY_ZONE}'), e.id limit ${limit}::int`;
  return { text, values: parameters.values };
}

function sourceStatement(
  source: CalendarSource,
  limit: string,
  actor: Actor,
  parameters: Parameters,
): string {
  const { kind, columns, from, id, version, owner, time, where, isDone, scope } = source;
  const conditions = [where, `${owner} = any($3::uuid[])`];
  if ('day' in time) conditions.push(`${time.day} between $1::date and $2::date`);
  else
    conditions.push(
      `${time.starts} < ${END} and ${time.ends} > ${BEGINNING}`,
      // What the index can walk by.
      `${time.starts} > ${BEGINNING} - interval '${time.longest}'`,
    );
  const within = scopeCondition(scope, scope.permission, actor, parameters);
  if (within) conditions.push(within);
  const [day, starts, ends] =
    'day' in time ? [time.day, NULL_AT, NULL_AT] : ['null::date', time.starts, time.ends];
  const told = Object.entries(ENTRY_COLUMNS).map(
    ([name, type]) => columns[name as keyof typeof ENTRY_COLUMNS] ?? `null::${type}`,
  );
  const values = [
    id,
    `'${kind}'`,
    day,
    starts,
    ends,
    isDone,
    owner,
    scope.owner,
    scope.department,
    version,
    ...told,
  ];
  return `(select ${values.join(', ')} from ${from} where ${conditions.join(' and ')} order by ${'day' in time ? time.day : time.starts} limit ${limit}::int)`;
}

const NULL_AT = 'null::timestamptz';
/** Names the columns of all sources. */
const EMPTY = `(select null::uuid as id, '' as kind, null::date as day, ${NULL_AT} as "startsAt", ${NULL_AT} as "endsAt", false as "isDone",
    null::uuid as "ownerId", null::uuid as "_owner", null::uuid as "_department", 0 as version, ${Object.entries(
      ENTRY_COLUMNS,
    )
      .map(([name, type]) => `null::${type} as "${name}"`)
      .join(', ')} where false)`;

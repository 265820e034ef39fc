import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { Rows } from '../../platform/database/rows.js';
import { InvalidInputError } from '../../platform/errors/common.errors.js';
import type { ListDefinition } from '../../platform/lists/list-definition.js';
import { readListRequest, type ListRequest, type RawQuery } from '../../platform/lists/list-request.js';
import { isWithinScope } from '../../platform/lists/scope.js';
import { CalendarSources } from './calendar-sources.js';
import { calendarStatement } from './calendar-statement.js';
import type { CalendarDto, CalendarEntryDto } from './calendar.dto.js';

/** A month's page shows six weeks; a quarter is a list, no calendar. */
const MOST_DAYS = 62;
const MOST_PEOPLE = 20;
const MOST_ENTRIES = 2000;
const DAY_MS = 86_400_000;

/** Its parameters, as lists have them; the rows come from several tables, so the statement is its own. */
export const calendarList = {
  resource: 'calendar',
  permission: 'activity:write',
  table: 'users u',
  key: 'id',
  columns: {},
  filters: {
    day: { kind: 'range', sql: 'day', type: 'date', describe: 'Days, at most 62; both ends are needed.' },
    ownerId: {
      kind: 'any-of',
      sql: 'owner',
      type: 'uuid',
      describe: 'Whose calendar, at most 20 people; your own where left out.',
    },
    kind: { kind: 'any-of', sql: 'kind', type: 'text', describe: 'What kind of thing.' },
  },
  sorts: { day: { sql: 'day', type: 'date' } },
  defaultSort: 'day',
} as const satisfies ListDefinition;

type Entry = CalendarEntryDto & { _owner?: string | null; _department?: string | null };

/** What stands in people's calendars, as far as the caller may see it. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly rows: Rows,
    private readonly sources: CalendarSources,
  ) {}

  async read(query: RawQuery, actor: Actor): Promise<CalendarDto> {
    const kind = { ...calendarList.filters.kind, values: this.sources.kinds() };
    const list = { ...calendarList, filters: { ...calendarList.filters, kind } };
    const { filters } = readListRequest(list, query, actor);
    const days = daysOf(filters);
    const asked = valuesOf(filters, 'ownerId');
    if (asked.length > MOST_PEOPLE)
      throw refused('ownerId', 'tooMany', `At most ${MOST_PEOPLE} people at a time.`);
    const chosen = this.sources.of(valuesOf(filters, 'kind'));
    const ownerIds = asked.length > 0 ? asked : [actor.id];
    const request = { ...days, ownerIds, most: MOST_ENTRIES + 1 };
    const { text, values } = calendarStatement(chosen, request, actor);
    const found = await this.rows.toSend<Entry>(text, values);
    return {
      items: found.slice(0, MOST_ENTRIES).map((entry) => this.withActions(entry, actor)),
      isCut: found.length > MOST_ENTRIES,
    };
  }

  private withActions({ _owner, _department, ...entry }: Entry, actor: Actor): CalendarEntryDto {
    const permission = this.sources.find(entry.kind)?.movePermission;
    const record = { ownerId: _owner ?? null, departmentId: _department ?? null };
    const mayMove = !entry.isDone && permission !== undefined && isWithinScope(record, permission, actor);
    return { ...entry, allowedActions: mayMove ? ['move'] : [] };
  }
}

const refused = (pointer: string, rule: string, detail: string) =>
  new InvalidInputError([{ pointer, rule, detail }]);

const valuesOf = (filters: ListRequest['filters'], name: 'ownerId' | 'kind'): readonly string[] =>
  filters
    .filter(({ filter }) => filter.sql === calendarList.filters[name].sql)
    .flatMap(({ values }) => values);

function daysOf(filters: ListRequest['filters']): { from: string; to: string } {
  const [from, to] = (['from', 'to'] as const).map(
    (end) => filters.find(({ operator }) => operator === end)?.values[0],
  );
  if (!from) throw refused('dayFrom', 'required', 'Say from which day.');
  if (!to) throw refused('dayTo', 'required', 'Say until which day.');
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  if (days < 1 || days > MOST_DAYS) throw refused('dayTo', 'range', `From 1 to ${MOST_DAYS} days.`);
  return { from, to };
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/auth/actor.js';
import { Clock } from '../../../platform/clock/clock.js';
import { COMPANY_ZONE } from '../../../platform/clock/company-time.js';
import { Rows } from '../../../platform/database/rows.js';
import { Parameters } from '../../../platform/lists/list-sql.js';
import type { RawQuery } from '../../../platform/lists/list-request.js';
import { scopeCondition } from '../../../platform/lists/scope.js';
import { companyDay, readPeriod, type Period } from '../report-days.js';
import { owesReports } from '../report-writers.js';
import { figuresStatement, memberFigures, weekAfter, withoutRows } from './member-figures.js';
import type { MemberWorkDto, TeamWorkDto } from './team-work.dto.js';

type MemberRow = Pick<
  MemberWorkDto,
  'userId' | 'name' | 'departmentName' | 'handedIn' | 'late' | 'unread' | 'missingDays'
>;

/** What people did in a period, person by person, as far as the caller leads them. */
@Injectable()
export class TeamWorkService {
  constructor(
    private readonly rows: Rows,
    private readonly clock: Clock,
  ) {}

  async read(query: RawQuery, actor: Actor): Promise<TeamWorkDto> {
    const today = companyDay(this.clock.now());
    const period = readPeriod(query, today);
    const next = weekAfter(period);
    const members = await this.members(period, today, actor);
    const figures = await this.figures(
      members.map(({ userId }) => userId),
      period,
      actor,
    );
    return {
      ...period,
      plannedFrom: next.from,
      plannedTo: next.to,
      members: members.map((member, at) => Object.assign(member, figures[at]) as MemberWorkDto),
    };
  }

  /** Who owes reports, with what she handed in and what is missing since she came, or since her first report. */
  private members({ from, to }: Period, today: string, actor: Actor): Promise<MemberRow[]> {
    const parameters = new Parameters([from, to, today]);
    const columns = { owner: 'u.id', department: 'u.department_id' };
    const scope = scopeCondition(columns, 'daily-report:read', actor, parameters) ?? 'true';
    return this.rows.all<MemberRow>(
      `with days as (
         select d.day from (select $1::date + n as day from generate_series(0, least($2::date, $3::date) - $1::date) n) d where is_workday(d.day))
       select u.id as "userId", u.display_name as name, d.name as "departmentName", r."handedIn", r.late, r.unread,
              array(select days.day::text from days
                     where days.day >= least((u.created_at at time zone '${COMPANY_ZONE}')::date, f.day)
                       and not exists (select 1 from daily_reports x where x.owner_id = u.id and x.day = days.day)
                     order by days.day) as "missingDays"
         from users u left join departments d on d.id = u.department_id
         cross join lateral (
           select count(*)::int as "handedIn", (count(*) filter (where x.is_late))::int as late, (count(*) filter (where x.read_at is null))::int as unread
             from daily_reports x where x.owner_id = u.id and x.day between $1::date and $2::date) as r
         cross join lateral (select min(x.day) as day from daily_reports x where x.owner_id = u.id) as f
        where u.state = 'active' and ${owesReports('u.id')} and ${scope}
        order by d.name collate "zh-x-icu" nulls last, u.display_name collate "zh-x-icu", u.id`,
      parameters.values,
    );
  }

  private async figures(userIds: readonly string[], period: Period, actor: Actor): Promise<object[]> {
    const parts = await Promise.all(
      memberFigures(period).map(async (part) => {
        const { text, values } = figuresStatement(part, userIds, actor);
        const rows = await this.rows.all<{ userId: string }>(text, values);
        return { none: withoutRows(part, actor), rows: new Map(rows.map((row) => [row.userId, row])) };
      }),
    );
    return userIds.map((id) => Object.assign({}, ...parts.map(({ none, rows }) => rows.get(id) ?? none)));
  }
}

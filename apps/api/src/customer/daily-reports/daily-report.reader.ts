import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Rows } from '../../platform/database/rows.js';
import { Parameters } from '../../platform/lists/list-sql.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import { Lists, type Page } from '../../platform/lists/lists.js';
import { dailyFacts, seenFacts } from './daily-facts.js';
import type { DailyFactsDto } from './daily-facts.dto.js';
import type {
  DailyReportDetailDto,
  DailyReportDraftDto,
  DailyReportDto,
  DailyReportRemarkDto,
} from './daily-report.dto.js';
import { dailyReportList } from './daily-report.list.js';
import { allowedActions } from './daily-report.transitions.js';
import { companyDay, readReportDay } from './report-days.js';

type DailyReportRow = Omit<DailyReportDto, 'allowedActions'>;

const FACTS = `select facts from daily_reports where id = $1`;
const REMARKS = `select x.id, x.kind, x.content, u.display_name as "authorName", x.created_at as "createdAt"
  from daily_report_remarks x join users u on u.id = x.author_id where x.daily_report_id = $1 order by x.created_at, x.id`;

/** Reports as they are read. */
@Injectable()
export class DailyReportReader {
  constructor(
    private readonly lists: Lists,
    private readonly rows: Rows,
    private readonly clock: Clock,
  ) {}

  async page(query: RawQuery, actor: Actor): Promise<Page<DailyReportDto>> {
    const page = await this.lists.page<DailyReportRow>(dailyReportList, query, actor);
    return { ...page, items: page.items.map((report) => withActions(report, actor)) };
  }

  async one(id: string, actor: Actor): Promise<DailyReportDetailDto> {
    const report = await this.lists.one<DailyReportRow>(dailyReportList, id, actor);
    const [stored, remarks] = await Promise.all([
      this.rows.one<{ facts: Partial<DailyFactsDto> }>(FACTS, [id]),
      this.rows.toSend<DailyReportRemarkDto>(REMARKS, [id]),
    ]);
    return { ...withActions(report, actor), facts: seenFacts(stored!.facts, actor), remarks };
  }

  /** What the system knows of the caller's day, to write from. */
  async draft(query: RawQuery, actor: Actor): Promise<DailyReportDraftDto> {
    const day = readReportDay(query, companyDay(this.clock.now()));
    const parameters = new Parameters([actor.id, day]);
    const facts = dailyFacts({ user: '$1::uuid', day: '$2::date' }, actor, parameters);
    const [draft] = await this.rows.toSend<DailyReportDraftDto>(
      `select $2::date as day, (select r.id from daily_reports r where r.owner_id = $1::uuid and r.day = $2::date) as "reportId",
              is_workday($2::date) as "isWorkday", daily_report_due($2::date) as "dueAt", ${facts} as facts`,
      parameters.values,
    );
    return { ...draft!, facts: seenFacts(draft!.facts, actor) };
  }
}

const withActions = (report: DailyReportRow, actor: Actor): DailyReportDto => ({
  ...report,
  allowedActions: allowedActions(report, actor),
});

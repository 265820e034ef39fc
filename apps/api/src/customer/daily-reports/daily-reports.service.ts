import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { lockRecord } from '../../platform/database/lock-record.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { Parameters } from '../../platform/lists/list-sql.js';
import { Lists } from '../../platform/lists/lists.js';
import { dailyFacts } from './daily-facts.js';
import type { ChangeDailyReportDto, RemarkDto, SubmitDailyReportDto } from './daily-report.dto.js';
import { DailyReport, DailyReportRemark, type RemarkKind } from './daily-report.entity.js';
import { inFuture } from './daily-report.errors.js';
import { dailyReportList } from './daily-report.list.js';
import { DailyReportNotices } from './daily-report-notices.js';
import { refuseIllegal, type DailyReportAction } from './daily-report.transitions.js';
import { companyDay } from './report-days.js';

/** From handing in a report to what is said about it. */
@Injectable()
export class DailyReportsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly lists: Lists,
    private readonly clock: Clock,
    private readonly notices: DailyReportNotices,
  ) {}

  /** @returns its id */
  async submit(dto: SubmitDailyReportDto, actor: Actor): Promise<string> {
    const now = this.clock.now();
    if (dto.day > companyDay(now)) throw inFuture();
    return this.work.run(actor, 'daily-report.submit', async (unit) => {
      const inserted = await unit.manager.insert(DailyReport, {
        ...dto,
        facts: await factsOf(unit, actor, dto.day),
        submittedAt: now,
        ownerId: actor.id,
        departmentId: actor.departmentId,
      });
      const id = inserted.identifiers[0]!.id as string;
      announce(unit, 'submitted', { id, ownerId: actor.id, departmentId: actor.departmentId });
      return id;
    });
  }

  /** What the system knows of the day is looked at again: she may have logged something since. */
  change(id: string, dto: ChangeDailyReportDto, version: number | undefined, actor: Actor): Promise<void> {
    return this.act('change', id, version, actor, async (unit, report) => {
      Object.assign(report, dto, { facts: await factsOf(unit, actor, report.day) });
      await this.save(unit, report);
    });
  }

  /** Reading it a second time changes nothing. */
  markRead(id: string, actor: Actor): Promise<void> {
    return this.act('read', id, undefined, actor, (unit, report) => this.read(unit, report));
  }

  comment(id: string, dto: RemarkDto, actor: Actor): Promise<void> {
    return this.act('comment', id, undefined, actor, async (unit, report) => {
      await this.read(unit, report);
      await this.remark(unit, report, 'comment', dto);
      await this.notices.ofComment(unit, report, dto.content);
    });
  }

  add(id: string, dto: RemarkDto, actor: Actor): Promise<void> {
    return this.act('add', id, undefined, actor, async (unit, report) => {
      await this.remark(unit, report, 'addition', dto);
      await this.notices.ofAddition(unit, report, dto.content);
    });
  }

  /** For whoever may see the report: what she may not do then is forbidden, and no secret. */
  private async act(
    action: DailyReportAction,
    id: string,
    version: number | undefined,
    actor: Actor,
    change: (unit: Unit, report: DailyReport) => Promise<void>,
  ): Promise<void> {
    await this.lists.one(dailyReportList, id, actor);
    await this.work.run(actor, `daily-report.${action}`, async (unit) => {
      const report = await lockRecord(unit, DailyReport, 'daily-report', id, { version });
      const isAgain = action === 'read' && report.readAt !== null && report.ownerId !== actor.id;
      if (isAgain) return;
      refuseIllegal(action, report, actor);
      await change(unit, report);
      announce(unit, 'changed', report);
    });
  }

  private async read(unit: Unit, report: DailyReport): Promise<void> {
    if (report.readAt) return;
    Object.assign(report, { readAt: this.clock.now(), readBy: unit.actor.id });
    await this.save(unit, report);
  }

  private async save(unit: Unit, report: DailyReport): Promise<void> {
    report.updatedAt = this.clock.now();
    await unit.manager.save(report);
  }

  private async remark(
    unit: Unit,
    report: DailyReport,
    kind: RemarkKind,
    { content }: RemarkDto,
  ): Promise<void> {
    const remark = { dailyReportId: report.id, kind, content, authorId: unit.actor.id };
    await unit.manager.insert(DailyReportRemark, remark);
  }
}

async function factsOf(unit: Unit, actor: Actor, day: string): Promise<object> {
  const parameters = new Parameters([actor.id, day]);
  const sql = dailyFacts({ user: '$1::uuid', day: '$2::date' }, actor, parameters);
  const [row] = await unit.query<{ facts: object }>(`select ${sql} as facts`, parameters.values);
  return row!.facts;
}

function announce(
  unit: Unit,
  what: string,
  { id, ownerId, departmentId }: Pick<DailyReport, 'id' | 'ownerId' | 'departmentId'>,
): void {
  const audience = { permission: 'daily-report:read', ownerId, departmentId };
  unit.emit({ name: `daily-report.${what}`, resource: 'daily-report', recordId: id, audience });
}

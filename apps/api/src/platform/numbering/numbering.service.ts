import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { lockRecord } from '../database/lock-record.js';
import { Rows } from '../database/rows.js';
import { UnitOfWork, type Unit } from '../database/unit-of-work.js';
import { InvalidInputError, RecordNotFoundError } from '../errors/common.errors.js';
import type { ChangeNumberingRuleDto, NumberingRuleDto } from './numbering.dto.js';
import { problemsOf } from './numbering.errors.js';
import { NumberingRule } from './numbering-rule.entity.js';

const COLUMNS = `r.id, r.resource, r.pattern, r.reset, r.is_per_department as "isPerDepartment", r.is_gap_free as "isGapFree", r.version`;

/** How far a rule's count has come for a department, with what is to be changed of the rule laid over it. */
const COUNT = `
  select s.scope, number_sequence(r.id, s.scope) as sequence, d.code as department, draft.pattern, draft.is_gap_free as "isGapFree",
         (select c.last from numbering_counters c where c.rule_id = r.id and c.scope = s.scope)::int8::text as last,
         to_regclass(number_sequence(r.id, s.scope)) is not null as "isSequence"
    from numbering_rules r
    cross join lateral jsonb_populate_record(r, $2::jsonb) as draft
    cross join lateral (select number_scope(draft, $3::uuid, (now() at time zone 'Asia/Shanghai')::date) as scope) as s
    left join departments d on d.id = $3::uuid
   where r.id = $1`;

interface Count {
  readonly sequence: string;
  readonly department: string | null;
  readonly pattern: string;
  readonly isGapFree: boolean;
  readonly last: string | null;
  readonly isSequence: boolean;
}

/** The rules by which numbers are given, and what the next one would be. */
@Injectable()
export class NumberingService {
  constructor(
    private readonly rows: Rows,
    private readonly work: UnitOfWork,
  ) {}

  async list(actor: Actor): Promise<NumberingRuleDto[]> {
    const rules = await this.rows.all<Omit<NumberingRuleDto, 'next'>>(
      `select ${COLUMNS} from numbering_rules r order by r.resource`,
    );
    return Promise.all(
      rules.map(async (rule) => Object.assign(rule, { next: await this.next(rule.id, {}, actor) })),
    );
  }

  /** What the next number would be under a rule that is not saved yet. */
  async preview(id: string, dto: ChangeNumberingRuleDto, actor: Actor): Promise<{ next: string }> {
    const rule = await this.rows.one<NumberingRule>(
      `select ${COLUMNS} from numbering_rules r where r.id = $1`,
      [id],
    );
    if (!rule) throw new RecordNotFoundError('numbering rule', id);
    refuseWrong({ ...rule, ...dto });
    return { next: await this.next(id, dto, actor) };
  }

  /** Numbers already given stay as they are; the count goes on where it was. */
  async change(
    id: string,
    dto: ChangeNumberingRuleDto,
    version: number | undefined,
    actor: Actor,
  ): Promise<NumberingRuleDto> {
    await this.work.run(actor, 'numbering-rule.change', async (unit) => {
      const rule = await lockRecord(unit, NumberingRule, 'numbering rule', id, { version });
      const becomesGapFree = dto.isGapFree === true && !rule.isGapFree;
      Object.assign(rule, dto, { updatedAt: new Date() });
      refuseWrong(rule);
      await unit.manager.save(rule);
      if (becomesGapFree) await this.carryOver(unit, id);
      unit.emit({
        name: 'numbering-rule.changed',
        resource: 'numbering-rule',
        recordId: id,
        audience: { permission: 'numbering:manage' },
      });
    });
    return (await this.list(actor)).find((rule) => rule.id === id)!;
  }

  /** A count that was a sequence goes on as a row. */
  private async carryOver(unit: Unit, id: string): Promise<void> {
    const departments = await unit.query<{ id: string | null }>(
      `select null::uuid as id union all select id from departments`,
    );
    for (const department of departments) {
      const [count] = await unit.query<Count & { scope: string }>(COUNT, [id, '{}', department.id]);
      if (!count?.isSequence) continue;
      await unit.query(
        `insert into numbering_counters as c (rule_id, scope, last) select $1, $2, last_value - (not is_called)::int from ${count.sequence}
         on conflict (rule_id, scope) do update set last = greatest(c.last, excluded.last)`,
        [id, count.scope],
      );
    }
  }

  private async next(id: string, dto: ChangeNumberingRuleDto, actor: Actor): Promise<string> {
    const draft = {
      pattern: dto.pattern,
      reset: dto.reset,
      is_per_department: dto.isPerDepartment,
      is_gap_free: dto.isGapFree,
    };
    const count = (await this.rows.one<Count>(COUNT, [id, JSON.stringify(draft), actor.departmentId]))!;
    const source =
      count.isSequence && (!count.isGapFree || count.last === null)
        ? `(select last_value + is_called::int from ${count.sequence})`
        : `${BigInt(count.last ?? 0) + 1n}::bigint`;
    const made = await this.rows.one<{ next: string }>(
      `select number_text($1, ${source}, $2, (now() at time zone 'Asia/Shanghai')::date) as next`,
      [count.pattern, count.department],
    );
    return made!.next;
  }
}

function refuseWrong(rule: Pick<NumberingRule, 'pattern' | 'reset' | 'isPerDepartment'>): void {
  const problems = problemsOf(rule);
  if (problems.length > 0) throw new InvalidInputError(problems);
}

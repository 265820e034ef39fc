import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../auth/actor.js';
import { lockRecord } from '../database/lock-record.js';
import { UnitOfWork, type Unit } from '../database/unit-of-work.js';
import { InvalidInputError } from '../errors/common.errors.js';
import { Jobs } from '../jobs/jobs.js';
import { CustomField, type FieldDefinition } from './custom-field.entity.js';
import type { ChangeCustomFieldDto, CreateCustomFieldDto, CustomFieldDto } from './custom-field.dto.js';
import { NotConvertibleError } from './custom-field.errors.js';
import { CustomFields } from './custom-fields.js';
import { CustomResources } from './custom-resource.js';
import { FieldConversion, type Conversion } from './field-conversion.js';
import { problemsOf } from './field-rules.js';

/** Keeping the custom fields: added, changed, ordered, retired and taken back, never deleted. */
@Injectable()
export class CustomFieldsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly fields: CustomFields,
    private readonly resources: CustomResources,
    private readonly conversion: FieldConversion,
    private readonly jobs: Jobs,
  ) {}

  async create(dto: CreateCustomFieldDto, actor: Actor): Promise<CustomFieldDto> {
    const field = {
      settings: {},
      dictionary: null,
      formula: null,
      appliesTo: [],
      isRequired: false,
      isIndexed: false,
      readPermission: null,
      changePermission: null,
      ...plain(dto),
    } as unknown as FieldDefinition;
    return this.write(actor, 'custom-field.create', async (unit) => {
      await this.refuseWrong(unit, field);
      const [last] = await unit.query<{ position: number }>(
        `select coalesce(max(position), 0)::int as position from custom_fields where resource = $1`,
        [field.resource],
      );
      const made = await unit.manager.insert(CustomField, { ...field, position: last!.position + 1 });
      const id = made.identifiers[0]!.id as string;
      await this.followUp(unit, { ...field, id }, { isIndexed: false, formula: null });
      return id;
    });
  }

  async change(
    id: string,
    dto: ChangeCustomFieldDto,
    version: number | undefined,
    actor: Actor,
  ): Promise<CustomFieldDto> {
    return this.write(actor, 'custom-field.change', async (unit) => {
      const field = await lockRecord(unit, CustomField, 'custom field', id, { version });
      const { kind, formula, isIndexed } = field;
      Object.assign(field, plain(dto), { updatedAt: new Date() });
      if (kind === 'formula' && field.kind !== 'formula') field.formula = null;
      await this.refuseWrong(unit, field);
      const isOther = kind !== field.kind;
      const plan = isOther ? await this.convertible(unit, field) : undefined;
      if (isOther && isIndexed) await this.index(unit, field, false);
      await unit.manager.save(field);
      if (plan) await this.conversion.apply(unit, field, plan);
      await this.followUp(unit, field, { isIndexed: isIndexed && !isOther, formula });
      return id;
    });
  }

  /** What a change of the kind would do to the values there are. */
  async preview(id: string, kind: CustomField['kind'], actor: Actor): Promise<Conversion> {
    return this.work.run(actor, 'custom-field.preview', async (unit) => {
      const field = await lockRecord(unit, CustomField, 'custom field', id);
      return this.conversion.plan(unit, { ...field, kind });
    });
  }

  setRetired(id: string, isRetired: boolean, actor: Actor): Promise<CustomFieldDto> {
    return this.write(actor, isRetired ? 'custom-field.retire' : 'custom-field.restore', async (unit) => {
      const field = await lockRecord(unit, CustomField, 'custom field', id);
      field.retiredAt = isRetired ? (field.retiredAt ?? new Date()) : null;
      field.updatedAt = new Date();
      await unit.manager.save(field);
      return id;
    });
  }

  async order(resource: string, fieldIds: readonly string[], actor: Actor): Promise<CustomFieldDto[]> {
    await this.write(actor, 'custom-field.order', async (unit) => {
      const known = await unit.query<{ id: string }>(
        `select id from custom_fields where resource = $1 for update`,
        [resource],
      );
      if (
        known.length === 0 ||
        known.length !== new Set(fieldIds).size ||
        !known.every(({ id }) => fieldIds.includes(id))
      )
        throw new InvalidInputError([
          {
            pointer: '/fieldIds',
            rule: 'order',
            detail: 'Name every field of the resource once: somebody may have added one.',
          },
        ]);
      await unit.query(
        `update custom_fields f set position = o.position, version = version + 1, updated_at = now()
           from unnest($1::uuid[]) with ordinality as o(id, position) where f.id = o.id and f.position <> o.position`,
        [fieldIds],
      );
      return fieldIds[0]!;
    });
    return this.list(resource, actor);
  }

  list(resource: string | undefined, actor: Actor): CustomFieldDto[] {
    const wanted = this.resources
      .all()
      .filter((each) => resource === undefined || each.resource === resource);
    return wanted
      .flatMap((each) => this.fields.visible(each.resource, actor))
      .map((field) => this.toDto(field, actor));
  }

  private toDto(field: FieldDefinition, actor: Actor): CustomFieldDto {
    const own = field.settings.choices ?? [];
    const retired = new Set(own.filter(({ isRetired }) => isRetired).map(({ code }) => code));
    const offered = this.fields.choices(field);
    const choices = Object.entries(this.fields.words(field)).map(([code, { zh, en }]) => ({
      code,
      labelZh: zh,
      labelEn: en,
      isRetired: retired.has(code) || !(code in offered),
    }));
    const { changePermission, kind, retiredAt } = field;
    const isWritable =
      kind !== 'formula' && !retiredAt && (!changePermission || may(actor, changePermission));
    return { ...field, choices, isWritable };
  }

  private async refuseWrong(unit: Unit, field: FieldDefinition): Promise<void> {
    const resource = this.resources.find(field.resource);
    if (!resource)
      throw new InvalidInputError([
        { pointer: '/resource', rule: 'reference', detail: 'Records of this kind have no custom fields.' },
      ]);
    // Two formulas that are saved at once could close a loop that neither sees.
    await unit.query(`select pg_advisory_xact_lock(hashtext('custom-fields'))`);
    const all = await unit.query<FieldDefinition>(
      `select id, code, kind, formula from custom_fields where resource = $1`,
      [field.resource],
    );
    const targets = this.resources.all().map((each) => each.resource);
    const problems = problemsOf(
      field,
      all.filter(({ id }) => id !== field.id),
      resource,
      targets,
    );
    if (problems.length > 0) throw new InvalidInputError(problems);
  }

  private async convertible(unit: Unit, field: FieldDefinition): Promise<Conversion> {
    const plan = await this.conversion.plan(unit, field);
    if (field.kind !== 'formula' && plan.convertible < plan.records)
      throw new NotConvertibleError(plan.records, plan.convertible, plan.examples);
    if (field.kind === 'formula' && plan.records > 0)
      throw new NotConvertibleError(plan.records, 0, plan.examples);
    return plan;
  }

  /** Long work that a change brings with it. */
  private async followUp(
    unit: Unit,
    field: FieldDefinition,
    before: Pick<FieldDefinition, 'isIndexed' | 'formula'>,
  ): Promise<void> {
    const { id, resource } = field;
    if (field.isIndexed !== before.isIndexed) await this.index(unit, field, field.isIndexed);
    if (field.formula !== before.formula)
      await this.jobs.request(unit, 'custom-field.calculate', { resource, fieldId: id });
  }

  private async index(unit: Unit, { id }: FieldDefinition, isWanted: boolean): Promise<void> {
    await this.jobs.request(unit, 'custom-field.index', { fieldId: id, isWanted });
  }

  private async write(
    actor: Actor,
    action: string,
    work: (unit: Unit) => Promise<string>,
  ): Promise<CustomFieldDto> {
    const id = await this.work.run(actor, action, async (unit) => {
      const recordId = await work(unit);
      unit.emit({
        name: 'custom-field.changed',
        resource: 'custom-field',
        recordId,
        audience: { permission: 'notification:read' },
      });
      return recordId;
    });
    await this.fields.reload();
    const field = this.resources
      .all()
      .flatMap(({ resource }) => this.fields.of(resource))
      .find((each) => each.id === id)!;
    return this.toDto(field, actor);
  }
}

/** Without what was not said, and without the classes that requests are read into. */
const plain = (dto: object): Record<string, unknown> =>
  JSON.parse(JSON.stringify(dto)) as Record<string, unknown>;

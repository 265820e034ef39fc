import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { Attachments } from '../../platform/attachments/attachments.js';
import { lockRecord } from '../../platform/database/lock-record.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { Lists } from '../../platform/lists/lists.js';
import { isWithinScope } from '../../platform/lists/scope.js';
import { customerOf, requirePeople } from './activity-subject.js';
import type { ActivityDto, ChangeActivityDto, CreateActivityDto } from './activity.dto.js';
import { Activity } from './activity.entity.js';
import { activityList } from './activity.list.js';

export type ActivityRow = Omit<ActivityDto, 'allowedActions'> & { authorDepartmentId: string | null };

/** What was done with customers. The database keeps the customer's last contact and next follow-up by it. */
@Injectable()
export class ActivitiesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly lists: Lists,
    private readonly attachments: Attachments,
  ) {}

  async read(id: string, actor: Actor): Promise<ActivityDto> {
    return toActivityDto(await this.lists.one<ActivityRow>(activityList, id, actor), actor);
  }

  async create(dto: CreateActivityDto, actor: Actor): Promise<ActivityDto> {
    const author = { ownerId: actor.id, departmentId: actor.departmentId };
    const id = await this.work.run(actor, 'activity.create', (unit) => this.log(unit, dto, author));
    return this.read(id, actor);
  }

  /** As a part of something else that is done at once; by whoever did it. */
  async log(
    unit: Unit,
    { fileIds = [], ...values }: CreateActivityDto,
    { ownerId, departmentId }: Pick<Activity, 'ownerId' | 'departmentId'>,
  ): Promise<string> {
    const customerId = await customerOf(unit, values);
    await requirePeople(unit, values.participantIds ?? [], '/participantIds');
    const inserted = await unit.manager.insert(Activity, { ...values, customerId, ownerId, departmentId });
    const id = inserted.identifiers[0]!.id as string;
    await this.attachments.addFiles(unit, 'activity', id, fileIds, '/fileIds');
    await announce(unit, 'activity.created', id, customerId);
    return id;
  }

  async change(
    id: string,
    dto: ChangeActivityDto,
    version: number | undefined,
    actor: Actor,
  ): Promise<ActivityDto> {
    await this.lists.one(activityList, id, actor);
    await this.work.run(actor, 'activity.change', async (unit) => {
      const activity = await lockRecord(unit, Activity, 'activity', id, {
        version,
        permission: 'activity:write',
      });
      const { customerId } = activity;
      const isOther = dto.contactId || dto.opportunityId;
      if (isOther)
        await customerOf(unit, { customerId, contactId: dto.contactId, opportunityId: dto.opportunityId });
      await requirePeople(unit, dto.participantIds ?? [], '/participantIds');
      Object.assign(activity, dto, { updatedAt: new Date() });
      await unit.manager.save(activity);
      await announce(unit, 'activity.changed', id, customerId);
    });
    return this.read(id, actor);
  }
}

/** Whoever may see the customer hears of it; of one without a customer, its author. */
async function announce(
  unit: Unit,
  name: string,
  recordId: string,
  customerId: string | null,
): Promise<void> {
  const [customer] = customerId
    ? await unit.query<{ ownerId: string | null; departmentId: string | null }>(
        `select owner_id as "ownerId", department_id as "departmentId" from customers where id = $1`,
        [customerId],
      )
    : [];
  const audience = customer ? { permission: 'customer:read', ...customer } : { userId: unit.actor.id };
  unit.emit({ name, resource: 'activity', recordId, payload: { customerId }, audience });
}

/** The author, and whoever leads her, may change what she wrote. */
export function toActivityDto({ authorDepartmentId, ...activity }: ActivityRow, actor: Actor): ActivityDto {
  const author = { ownerId: activity.authorId, departmentId: authorDepartmentId };
  const mayChange = isWithinScope(author, 'activity:write', actor);
  return { ...activity, allowedActions: mayChange ? ['change', 'delete'] : [] };
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { lockRecord } from '../../platform/database/lock-record.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { IllegalActionError, InvalidInputError } from '../../platform/errors/common.errors.js';
import { Lists } from '../../platform/lists/lists.js';
import { isWithinScope } from '../../platform/lists/scope.js';
import { Notifications } from '../../platform/notifications/notifications.js';
import { customerOf } from '../activities/activity-subject.js';
import '../activities/activity.notices.js';
import type { ChangeTaskDto, CreateTaskDto, TaskDto } from './task.dto.js';
import { Task } from './task.entity.js';
import { taskList } from './task.list.js';
import { isAllowed, TASK_ACTIONS, type TaskAction } from './task.transitions.js';

const permission = 'activity:write';

/** What somebody is to do, from asking for it to done. */
@Injectable()
export class TasksService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly lists: Lists,
    private readonly clock: Clock,
    private readonly notifications: Notifications,
  ) {}

  async read(id: string, actor: Actor): Promise<TaskDto> {
    return withTaskActions(await this.lists.one<TaskDto>(taskList, id, actor));
  }

  async create(dto: CreateTaskDto, actor: Actor): Promise<TaskDto> {
    const id = await this.work.run(actor, 'task.create', async (unit) => {
      const { assigneeId = actor.id, ...columns } = dto;
      const assignee = await assigneeOf(unit, assigneeId);
      const customerId = await customerOf(unit, dto);
      const inserted = await unit.manager.insert(Task, {
        ...columns,
        ...assignee,
        customerId,
        createdBy: actor.id,
      });
      const taskId = inserted.identifiers[0]!.id as string;
      announce(unit, 'task.created', { id: taskId, ...assignee });
      await this.tell(unit, assigneeId, dto.title);
      return taskId;
    });
    return this.read(id, actor);
  }

  async change(id: string, dto: ChangeTaskDto, version: number | undefined, actor: Actor): Promise<TaskDto> {
    await this.act('change', id, version, actor, async (unit, task) => {
      const { assigneeId, ...columns } = dto;
      const isOther = assigneeId !== undefined && assigneeId !== task.ownerId;
      Object.assign(task, columns, isOther && (await assigneeOf(unit, assigneeId)));
      if (isOther) await this.tell(unit, assigneeId, task.title);
    });
    return this.read(id, actor);
  }

  async complete(id: string, version: number | undefined, actor: Actor): Promise<TaskDto> {
    await this.act('complete', id, version, actor, (_, task) => void (task.doneAt = this.clock.now()));
    return this.read(id, actor);
  }

  async reopen(id: string, version: number | undefined, actor: Actor): Promise<TaskDto> {
    await this.act('reopen', id, version, actor, (_, task) => void (task.doneAt = null));
    return this.read(id, actor);
  }

  private act(
    action: TaskAction,
    id: string,
    version: number | undefined,
    actor: Actor,
    change: (unit: Unit, task: Task) => Promise<void> | void,
  ): Promise<void> {
    return this.work.run(actor, `task.${action}`, async (unit) => {
      const task = await lockRecord(unit, Task, 'task', id, { version, permission });
      const state = task.doneAt ? 'done' : 'open';
      if (!isAllowed(action, state)) throw new IllegalActionError('task', action, state);
      await change(unit, task);
      task.updatedAt = this.clock.now();
      await unit.manager.save(task);
      announce(unit, 'task.changed', task);
    });
  }

  private async tell(unit: Unit, userId: string, title: string): Promise<void> {
    if (userId === unit.actor.id) return;
    const params = { title, by: unit.actor.name };
    await this.notifications.notify(unit, userId, { kind: 'activity.task', params, link: '/tasks' });
  }
}

/** One gives tasks to oneself, and to whom one leads. */
export async function assigneeOf(
  unit: Unit,
  id: string,
): Promise<{ ownerId: string; departmentId: string | null }> {
  const [person] = await unit.query<{ departmentId: string | null }>(
    `select department_id as "departmentId" from users where id = $1 and state = 'active'`,
    [id],
  );
  const assignee = person && { ownerId: id, departmentId: person.departmentId };
  if (assignee && isWithinScope(assignee, permission, unit.actor)) return assignee;
  const detail = 'You may not give tasks to this person, nor plan for them.';
  throw new InvalidInputError([{ pointer: '/assigneeId', rule: 'beyondScope', detail }]);
}

function announce(
  unit: Unit,
  name: string,
  { id, ownerId, departmentId }: Pick<Task, 'id' | 'ownerId' | 'departmentId'>,
): void {
  unit.emit({ name, resource: 'task', recordId: id, audience: { permission, ownerId, departmentId } });
}

/** Whoever sees a task may act on it. */
export function withTaskActions(task: Omit<TaskDto, 'allowedActions'>): TaskDto {
  const actions = Object.keys(TASK_ACTIONS) as TaskAction[];
  return Object.assign(task, { allowedActions: actions.filter((action) => isAllowed(action, task.state)) });
}

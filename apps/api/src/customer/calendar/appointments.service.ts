import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { onCompanyClock } from '../../platform/clock/company-time.js';
import { lockRecord } from '../../platform/database/lock-record.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { IllegalActionError } from '../../platform/errors/common.errors.js';
import { Lists } from '../../platform/lists/lists.js';
import { Notifications } from '../../platform/notifications/notifications.js';
import { ActivitiesService } from '../activities/activities.service.js';
import { customerOf } from '../activities/activity-subject.js';
import { assigneeOf } from '../tasks/tasks.service.js';
import type {
  AppointmentDto,
  ChangeAppointmentDto,
  CompleteAppointmentDto,
  CreateAppointmentDto,
} from './appointment.dto.js';
import { Appointment } from './appointment.entity.js';
import './appointment.errors.js';
import { appointmentList } from './appointment.list.js';
import './appointment.notices.js';
import { APPOINTMENT_ACTIONS, isAllowed, type AppointmentAction } from './appointment.transitions.js';
import { logged, moved } from './appointment-times.js';

const permission = 'activity:write';

/** What is planned with customers, from the plan to what became of it. */
@Injectable()
export class AppointmentsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly lists: Lists,
    private readonly clock: Clock,
    private readonly notifications: Notifications,
    private readonly activities: ActivitiesService,
  ) {}

  async read(id: string, actor: Actor): Promise<AppointmentDto> {
    return withAppointmentActions(await this.lists.one<AppointmentDto>(appointmentList, id, actor));
  }

  async create(dto: CreateAppointmentDto, actor: Actor): Promise<AppointmentDto> {
    const id = await this.work.run(actor, 'appointment.create', async (unit) => {
      const { assigneeId = actor.id, startsAt, endsAt, ...columns } = dto;
      const assignee = await assigneeOf(unit, assigneeId);
      const customerId = await customerOf(unit, dto);
      const span = moved({ startsAt, endsAt });
      const planned = { ...columns, ...assignee, ...span, customerId, createdBy: actor.id };
      const inserted = await unit.manager.insert(Appointment, planned);
      const appointmentId = inserted.identifiers[0]!.id as string;
      announce(unit, 'appointment.created', { id: appointmentId, ...assignee });
      await this.tell(unit, { id: appointmentId, ...planned });
      return appointmentId;
    });
    return this.read(id, actor);
  }

  async change(
    id: string,
    dto: ChangeAppointmentDto,
    version: number | undefined,
    actor: Actor,
  ): Promise<AppointmentDto> {
    await this.act('change', id, version, actor, async (unit, appointment) => {
      const { assigneeId, startsAt, endsAt, ...columns } = dto;
      const { customerId } = appointment;
      const { contactId, opportunityId } = dto;
      if (contactId || opportunityId) await customerOf(unit, { customerId, contactId, opportunityId });
      const isOther = assigneeId !== undefined && assigneeId !== appointment.ownerId;
      const span = moved({ startsAt, endsAt }, appointment);
      const isRemindedAnew = startsAt !== undefined || dto.remindMinutes !== undefined || isOther;
      Object.assign(appointment, columns, span, isOther && (await assigneeOf(unit, assigneeId)));
      if (isRemindedAnew) appointment.remindedAt = null;
      if (isOther) await this.tell(unit, appointment);
    });
    return this.read(id, actor);
  }

  /** Logs what became of it, as by whoever went: the activity and the plan are one step. */
  async complete(
    id: string,
    dto: CompleteAppointmentDto,
    version: number | undefined,
    actor: Actor,
  ): Promise<AppointmentDto> {
    await this.act('complete', id, version, actor, async (unit, appointment) => {
      const now = this.clock.now();
      const activity = { ...logged(appointment, now), ...dto };
      appointment.activityId = await this.activities.log(unit, activity, appointment);
      appointment.doneAt = now;
    });
    return this.read(id, actor);
  }

  private act(
    action: AppointmentAction,
    id: string,
    version: number | undefined,
    actor: Actor,
    change: (unit: Unit, appointment: Appointment) => Promise<void>,
  ): Promise<void> {
    return this.work.run(actor, `appointment.${action}`, async (unit) => {
      const appointment = await lockRecord(unit, Appointment, 'appointment', id, { version, permission });
      const state = appointment.doneAt ? 'done' : 'planned';
      if (!isAllowed(action, state)) throw new IllegalActionError('appointment', action, state);
      await change(unit, appointment);
      appointment.updatedAt = this.clock.now();
      await unit.manager.save(appointment);
      announce(unit, 'appointment.changed', appointment);
    });
  }

  private async tell(unit: Unit, { id, ownerId, subject, customerId, startsAt }: Told): Promise<void> {
    if (ownerId === unit.actor.id) return;
    const [customer] = subject
      ? []
      : await unit.query<{ name: string }>(`select name from customers where id = $1`, [customerId ?? null]);
    const at = onCompanyClock(startsAt).slice(0, 16).replace('T', ' ');
    const params = { title: subject || (customer?.name ?? ''), at, by: unit.actor.name };
    const link = `/calendar?open=${id}`;
    await this.notifications.notify(unit, ownerId, { kind: 'appointment.planned', params, link });
  }
}

type Told = Pick<Appointment, 'id' | 'ownerId' | 'startsAt'> &
  Partial<Pick<Appointment, 'subject' | 'customerId'>>;

function announce(
  unit: Unit,
  name: string,
  { id, ownerId, departmentId }: Pick<Appointment, 'id' | 'ownerId' | 'departmentId'>,
): void {
  unit.emit({ name, resource: 'appointment', recordId: id, audience: { permission, ownerId, departmentId } });
}

/** Whoever sees an appointment may act on it. */
export function withAppointmentActions(appointment: Omit<AppointmentDto, 'allowedActions'>): AppointmentDto {
  const actions = Object.keys(APPOINTMENT_ACTIONS) as AppointmentAction[];
  const allowedActions = actions.filter((action) => isAllowed(action, appointment.state));
  return Object.assign(appointment, { allowedActions });
}

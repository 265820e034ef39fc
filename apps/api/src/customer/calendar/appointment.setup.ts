import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HandOverResources } from '../../platform/hand-over/hand-over-resource.js';
import { Recyclables } from '../../platform/recycle-bin/recyclable.js';

/** Where appointments appear outside the calendar. */
@Injectable()
export class AppointmentSetup implements OnModuleInit {
  constructor(
    private readonly recyclables: Recyclables,
    private readonly handOver: HandOverResources,
  ) {}

  onModuleInit(): void {
    this.recyclables.register({
      resource: 'appointment',
      label: { zh: '日程', en: 'Appointment' },
      table: 'appointments',
      joins: 'left join customers c on c.id = r.customer_id',
      title: `coalesce(nullif(r.subject, ''), c.name)`,
      subtitle: 'c.name',
      permission: 'activity:write',
      readPermission: 'activity:write',
      owner: 'r.owner_id',
      department: 'r.department_id',
      parent: { resource: 'customer', column: 'customer_id' },
    });
    this.handOver.register({
      resource: 'appointment',
      label: { zh: '计划中的日程', en: 'Planned appointments' },
      table: 'appointments',
      holder: 'owner_id',
      isHeld: 't.done_at is null',
      group: { key: 't.customer_id', name: '(select c.name from customers c where c.id = t.customer_id)' },
      follows: { department_id: '(select u.department_id from users u where u.id = $2)' },
    });
  }
}

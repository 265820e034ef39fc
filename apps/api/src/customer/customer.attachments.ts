import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Attachables } from '../platform/attachments/attachable.js';
import { FileHolders } from '../platform/files/file-holders.js';
import { activityList } from './activities/activity.list.js';
import { contactList } from './contacts/contact.list.js';
import { customerList } from './customers/customer.list.js';
import { opportunityList } from './opportunities/opportunity.list.js';
import { taskList } from './tasks/task.list.js';

/** Files and links of customers and what belongs to them. */
@Injectable()
export class CustomerAttachments implements OnModuleInit {
  constructor(
    private readonly attachables: Attachables,
    private readonly holders: FileHolders,
  ) {}

  onModuleInit(): void {
    this.attachables.register(
      {
        resource: 'customer',
        label: { zh: '客户附件', en: 'File of a customer' },
        list: customerList,
        changePermission: 'customer:change',
        title: 'c.name',
      },
      {
        resource: 'contact',
        label: { zh: '联系人附件', en: 'File of a contact' },
        list: contactList,
        changePermission: 'customer:change',
        title: 'k.name',
      },
      {
        resource: 'opportunity',
        label: { zh: '销售机会附件', en: 'File of an opportunity' },
        list: opportunityList,
        changePermission: 'opportunity:change',
        title: 'o.name',
      },
      {
        resource: 'activity',
        label: { zh: '跟进附件', en: 'File of an activity' },
        list: activityList,
        changePermission: 'activity:write',
        // Seen with the customer, changed by its author.
        changeScope: { owner: 'a.owner_id', department: 'a.department_id' },
        title: `coalesce(nullif(a.subject, ''), left(a.content, 60), c.name, a.kind)`,
      },
      {
        resource: 'task',
        label: { zh: '任务附件', en: 'File of a task' },
        list: taskList,
        changePermission: 'activity:write',
        title: 't.title',
      },
    );
    this.holders.register(() => [
      'exists (select 1 from credit_limit_changes x where f.id = any(x.file_ids))',
    ]);
  }
}

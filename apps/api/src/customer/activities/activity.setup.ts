import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type DeclaredColumn, YES_NO } from '../../platform/exports/declared-columns.js';
import { ExportSources } from '../../platform/exports/export-source.js';
import { ListExports } from '../../platform/exports/list-export.js';
import { HandOverResources } from '../../platform/hand-over/hand-over-resource.js';
import { ImportResources } from '../../platform/imports/import-resource.js';
import { Recyclables } from '../../platform/recycle-bin/recyclable.js';
import { SearchSources } from '../../platform/search/search-sources.js';
import { taskList } from '../tasks/task.list.js';
import { ACTIVITY_IMPORT } from './activity.imports.js';
import { activityList } from './activity.list.js';

const TASK_COLUMNS: readonly DeclaredColumn[] = [
  { key: 'title', label: { zh: '任务', en: 'Task' }, type: 'text' },
  {
    key: 'state',
    label: { zh: '状态', en: 'State' },
    type: 'text',
    words: { open: { zh: '待办', en: 'To do' }, done: { zh: '已完成', en: 'Done' } },
  },
  { key: 'isOverdue', label: { zh: '已逾期', en: 'Overdue' }, type: 'text', words: YES_NO },
  { key: 'dueOn', label: { zh: '截止日期', en: 'Due on' }, type: 'date' },
  {
    key: 'priority',
    label: { zh: '优先级', en: 'Priority' },
    type: 'text',
    words: {
      high: { zh: '高', en: 'High' },
      normal: { zh: '普通', en: 'Normal' },
      low: { zh: '低', en: 'Low' },
    },
  },
  { key: 'customerName', field: 'customer.name' },
  { key: 'assigneeName', label: { zh: '负责人', en: 'Assigned to' }, type: 'text' },
  { key: 'createdByName', label: { zh: '创建人', en: 'Created by' }, type: 'text' },
  { key: 'doneAt', label: { zh: '完成时间', en: 'Done at' }, type: 'datetime' },
  { key: 'createdAt', label: { zh: '录入时间', en: 'Entered' }, type: 'datetime' },
  { key: 'note', label: { zh: '备注', en: 'Note' }, type: 'text' },
];

const shared = {
  joins: 'left join customers c on c.id = r.customer_id',
  permission: 'activity:write',
  readPermission: 'customer:read',
  owner: 'r.owner_id',
  department: 'r.department_id',
  parent: { resource: 'customer', column: 'customer_id' },
} as const;

/** Where activities and tasks appear outside their own pages. */
@Injectable()
export class ActivitySetup implements OnModuleInit {
  constructor(
    private readonly recyclables: Recyclables,
    private readonly imports: ImportResources,
    private readonly exports: ExportSources,
    private readonly lists: ListExports,
    private readonly search: SearchSources,
    private readonly handOver: HandOverResources,
  ) {}

  onModuleInit(): void {
    this.recyclables.register(
      {
        ...shared,
        resource: 'activity',
        label: { zh: '跟进记录', en: 'Activity' },
        table: 'activities',
        title: `coalesce(nullif(r.subject, ''), left(r.content, 60), r.kind)`,
        subtitle: 'c.name',
      },
      {
        ...shared,
        resource: 'task',
        label: { zh: '任务', en: 'Task' },
        table: 'tasks',
        title: 'r.title',
        subtitle: 'c.name',
        readPermission: 'activity:write',
      },
    );
    this.imports.register(ACTIVITY_IMPORT);
    this.search.register({ list: taskList, title: 'title', subtitle: 'customerName' });
    this.exports.register(
      this.lists.of(activityList, { zh: '跟进记录', en: 'Activities' }, [
        { key: 'customerName', field: 'customer.name' },
        { key: 'contactName', field: 'contact.name' },
        'kind',
        { key: 'occurredAt', label: { zh: '跟进时间', en: 'Followed up on' }, type: 'datetime' },
        'subject',
        'content',
        'durationMinutes',
        'nextStep',
        'nextStepOn',
        { key: 'authorName', field: 'owner.name' },
        { key: 'createdAt', label: { zh: '录入时间', en: 'Entered' }, type: 'datetime' },
      ]),
      this.lists.of(taskList, { zh: '任务', en: 'Tasks' }, TASK_COLUMNS),
    );
    this.handOver.register({
      resource: 'task',
      label: { zh: '未完成的任务', en: 'Open tasks' },
      table: 'tasks',
      holder: 'owner_id',
      isHeld: 't.done_at is null',
      group: { key: 't.customer_id', name: '(select c.name from customers c where c.id = t.customer_id)' },
      follows: { department_id: '(select u.department_id from users u where u.id = $2)' },
    });
  }
}

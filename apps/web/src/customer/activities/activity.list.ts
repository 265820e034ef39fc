import type { ListDeclaration, Option } from '../../shared/list/list-declaration';
import { userSource } from '../../shared/select/user.queries';
import { customerPicker } from '../opportunities/opportunity.queries';
import { type Activity, activitySource, type Task, taskSource } from './activity.queries';

const options = (group: string, values: readonly string[], tones: Record<string, Option['tone']> = {}) =>
  values.map((value): Option => ({ value, title: `activities.${group}.${value}`, tone: tones[value] }));

export const KINDS = options('kinds', ['call', 'visit', 'meeting', 'e-mail', 'fax', 'note']);
export const PRIORITIES = options('priorities', ['high', 'normal', 'low'], { high: 'danger', low: 'info' });
export const TASK_STATES = options('states', ['open', 'done'], { open: 'warning', done: 'success' });

export const activityList: ListDeclaration<Activity> = {
  source: activitySource,
  resource: 'activity',
  exports: 'activity',
  create: { permission: 'activity:write', title: 'activities.create' },
  defaultSort: '-occurredAt',
  searchHint: 'activities.searchHint',
  columns: [
    { key: 'content', title: 'activities.fields.content', isTitle: true, width: 280 },
    {
      key: 'kind',
      title: 'activities.fields.kind',
      kind: 'options',
      options: KINDS,
      width: 90,
      onCard: true,
    },
    { key: 'customerName', title: 'activities.fields.customer', width: 190, onCard: true },
    { key: 'contactName', title: 'activities.fields.contact', width: 100 },
    {
      key: 'occurredAt',
      title: 'activities.fields.occurredAt',
      kind: 'instant',
      isSortable: true,
      width: 150,
      onCard: true,
    },
    { key: 'authorName', title: 'activities.fields.author', width: 100, onCard: true },
    { key: 'nextStep', title: 'activities.fields.nextStep', width: 150 },
    { key: 'nextStepOn', title: 'activities.fields.nextStepOn', kind: 'day', width: 120 },
  ],
  filters: [
    { kind: 'options', param: 'kind', title: 'activities.fields.kind', options: KINDS },
    { kind: 'select', param: 'customerId', title: 'activities.fields.customer', source: customerPicker },
    { kind: 'select', param: 'authorId', title: 'activities.fields.author', source: userSource },
    { kind: 'days', param: 'occurredAt', title: 'activities.fields.occurredAt' },
    { kind: 'days', param: 'nextStepOn', title: 'activities.fields.nextStepOn' },
  ],
};

export const taskList: ListDeclaration<Task> = {
  source: taskSource,
  resource: 'task',
  exports: 'task',
  create: { permission: 'activity:write', title: 'activities.task.create' },
  defaultSort: 'dueOn',
  searchHint: 'activities.task.searchHint',
  columns: [
    { key: 'title', edits: 'title', title: 'activities.task.title', isTitle: true, width: 240 },
    {
      key: 'state',
      title: 'activities.task.state',
      kind: 'options',
      options: TASK_STATES,
      width: 90,
      onCard: true,
    },
    {
      key: 'dueOn',
      edits: 'dueOn',
      title: 'activities.task.dueOn',
      kind: 'day',
      isSortable: true,
      width: 120,
      onCard: true,
    },
    {
      key: 'priority',
      edits: 'priority',
      title: 'activities.task.priority',
      kind: 'options',
      options: PRIORITIES,
      width: 90,
    },
    { key: 'customerName', title: 'activities.fields.customer', width: 190, onCard: true },
    { key: 'assigneeName', edits: 'assigneeId', title: 'activities.task.assignee', width: 100, onCard: true },
    { key: 'createdByName', title: 'activities.task.createdBy', width: 100, isHidden: true },
  ],
  filters: [
    { kind: 'options', param: 'state', title: 'activities.task.state', options: TASK_STATES },
    { kind: 'flag', param: 'isOverdue', title: 'activities.task.isOverdue' },
    { kind: 'options', param: 'priority', title: 'activities.task.priority', options: PRIORITIES },
    { kind: 'select', param: 'assigneeId', title: 'activities.task.assignee', source: userSource },
    { kind: 'select', param: 'customerId', title: 'activities.fields.customer', source: customerPicker },
    { kind: 'days', param: 'dueOn', title: 'activities.task.dueOn' },
  ],
};

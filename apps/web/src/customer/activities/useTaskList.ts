import type { ListDeclaration } from '../../shared/list/list-declaration';
import { taskFields } from './activity.form';
import { taskList } from './activity.list';
import { type Task, type TaskValues, useSaveTask } from './activity.queries';

const MANY = new Set(['assigneeId', 'dueOn', 'priority']);

/** The list of tasks, with what can be changed where it stands and for many. */
export function useTaskList(): ListDeclaration<Task> {
  const { mutateAsync: save } = useSaveTask();
  const fields = taskFields(false);
  return {
    ...taskList,
    edit: { fields, save: (record, values) => save({ record, values: values as Partial<TaskValues> }) },
    bulk: {
      change: 'activity:write',
      remove: 'activity:write',
      owner: 'assigneeId',
      fields: fields.filter(({ key }) => MANY.has(key)),
      actions: [{ action: 'complete', title: 'activities.task.completeMany', permission: 'activity:write' }],
    },
  };
}

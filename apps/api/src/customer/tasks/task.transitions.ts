/** What may be done with a task, open or done. */
export const TASK_ACTIONS = {
  change: { from: ['open', 'done'] },
  complete: { from: ['open'] },
  reopen: { from: ['done'] },
  delete: { from: ['open', 'done'] },
} as const;

export type TaskState = 'open' | 'done';
export type TaskAction = keyof typeof TASK_ACTIONS;

export const isAllowed = (action: TaskAction, state: TaskState): boolean =>
  (TASK_ACTIONS[action].from as readonly string[]).includes(state);

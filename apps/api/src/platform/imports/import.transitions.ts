/** What can be done with an import in which state, and the state while and after its job runs. */
export const IMPORT_ACTIONS = {
  change: { from: ['draft', 'checked'], during: 'draft', to: 'draft' },
  check: { from: ['draft', 'checked'], during: 'checking', to: 'checked' },
  run: { from: ['draft', 'checked'], during: 'running', to: 'done' },
  undo: { from: ['done'], during: 'undoing', to: 'undone' },
} as const;

export type ImportAction = keyof typeof IMPORT_ACTIONS;

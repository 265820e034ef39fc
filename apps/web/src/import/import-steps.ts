import type { ImportState } from './import-types';

/** Steps after the upload, in order. */
export const STEPS = ['reading', 'columns', 'check', 'result'] as const;
export type ImportStep = (typeof STEPS)[number];

/** A job works on the import; nothing can be changed until it ends. */
export const isWorking = (state: ImportState): boolean =>
  state === 'checking' || state === 'running' || state === 'undoing';

/** Steps that can be opened in a state; the first one to look at comes last. */
const OPEN: Readonly<Record<ImportState, readonly ImportStep[]>> = {
  draft: ['columns', 'reading'],
  checking: ['check'],
  checked: ['reading', 'columns', 'check'],
  running: ['result'],
  done: ['result'],
  undoing: ['result'],
  undone: ['result'],
};

export const openSteps = (state: ImportState): readonly ImportStep[] => OPEN[state];

/** The step to show: the wanted one where it is open, else where the import stands, as the server knows it. */
export function stepFor(state: ImportState, wanted: unknown): ImportStep {
  const open = OPEN[state];
  return open.find((step) => step === wanted) ?? open.at(-1)!;
}

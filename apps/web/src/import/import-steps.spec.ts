import { describe, expect, it } from 'vitest';
import { isWorking, openSteps, stepFor } from './import-steps';

describe('Import steps', () => {
  it.each([
    ['draft', undefined, 'reading'],
    ['draft', 'columns', 'columns'],
    ['draft', 'check', 'reading'],
    ['checking', 'columns', 'check'],
    ['checked', undefined, 'check'],
    ['checked', 'reading', 'reading'],
    ['running', 'check', 'result'],
    ['done', 'columns', 'result'],
    ['undone', undefined, 'result'],
  ] as const)('an import that is %s, asked for %s, shows %s', (state, wanted, shown) => {
    expect(stepFor(state, wanted)).toBe(shown);
  });

  it('lets nothing be changed while a job works or after the run', () => {
    expect(openSteps('checking')).toEqual(['check']);
    expect(openSteps('done')).not.toContain('columns');
    expect(['checking', 'running', 'undoing'].every((state) => isWorking(state as 'running'))).toBe(true);
    expect(isWorking('checked')).toBe(false);
  });
});

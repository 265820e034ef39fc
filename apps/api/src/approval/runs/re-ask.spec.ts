import { isTouched } from './re-ask.js';

describe('A stage in a new round', () => {
  const before = { amount: '50000.00', department: 'east' };

  it('is asked again always, unless the flow says only when touched', () => {
    expect(isTouched({}, before, before, [])).toBe(true);
    expect(isTouched({ reask: 'touched', touchedBy: ['amount'] }, before, before, [])).toBe(false);
  });

  it('is touched by its facts and its sections, not by others', () => {
    const stage = { reask: 'touched' as const, touchedBy: ['amount', 'reason'] };
    expect(isTouched(stage, before, { ...before, amount: '40000.00' }, [])).toBe(true);
    expect(isTouched(stage, before, { ...before, department: 'west' }, [])).toBe(false);
    expect(isTouched(stage, before, before, [{ section: 'reason' }])).toBe(true);
    expect(isTouched(stage, before, before, [{ section: 'customer' }])).toBe(false);
    expect(isTouched(stage, before, { department: 'east' }, [])).toBe(true);
  });
});

import type { ApproverRule } from '../flows/flow-definition.js';
import { seatsOf, withSubstitutes, type Person } from './seats.js';

const person = (id: string): Person => ({ id, departmentId: `of ${id}` });
const rule = (kind: ApproverRule['kind'], ids: string, more: Partial<ApproverRule> = {}) => ({
  rule: { kind, ...more },
  people: [...ids].map(person),
});
const context = { submitterId: 's', submitterLeader: person('l'), whenSubmitter: 'leader' as const };
const shown = (seats: ReturnType<typeof seatsOf>) =>
  seats.map(({ people }) => people.map(({ id }) => id).join(''));

describe('Who is asked', () => {
  it('has a seat each, a role one for all, unless the rule says otherwise', () => {
    expect(shown(seatsOf([rule('people', 'ab'), rule('role', 'cd')], context))).toEqual(['a', 'b', 'cd']);
    const other = [rule('people', 'ab', { seats: 'one' }), rule('role', 'cd', { seats: 'each' })];
    expect(shown(seatsOf(other, context))).toEqual(['ab', 'c', 'd']);
  });

  it('is nobody twice', () => {
    expect(shown(seatsOf([rule('people', 'ab'), rule('people', 'bc')], context))).toEqual(['a', 'b', 'c']);
  });

  it.each([
    ['leader', ['l', 'a']],
    ['skip', ['a']],
    ['allow', ['s', 'a']],
  ] as const)('a submitter among them: %s', (whenSubmitter, expected) => {
    const seats = seatsOf([rule('people', 'sa')], { ...context, whenSubmitter });
    expect(shown(seats)).toEqual(expected);
    if (whenSubmitter === 'leader')
      expect(seats[0]!.people[0]).toMatchObject({ origin: 'submitter-leader', onBehalfOfId: 's' });
  });

  it('nobody where only the submitter is meant and nobody leads her', () => {
    expect(seatsOf([rule('people', 's')], { ...context, submitterLeader: undefined })).toEqual([]);
    expect(seatsOf([rule('role', '')], context)).toEqual([]);
  });

  it('speaks for the department that the rule names', () => {
    const [seat] = seatsOf([rule('department-leader', 'a', { departmentId: 'finance' })], context);
    expect(seat!.people[0]!.departmentId).toBe('finance');
  });

  it('is answered for by substitutes, never by the submitter', () => {
    const [seat] = seatsOf([rule('role', 'ab')], context);
    const substituted = withSubstitutes(
      seat!,
      new Map([
        ['a', 'x'],
        ['b', 's'],
      ]),
      's',
    );
    expect(substituted.people).toMatchObject([
      { id: 'x', origin: 'substitute', onBehalfOfId: 'a' },
      { id: 'b', origin: 'flow' },
    ]);
    expect(withSubstitutes(seat!, new Map([['a', 'b']]), 's').people).toHaveLength(1);
  });
});

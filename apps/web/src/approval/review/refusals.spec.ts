import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../../shared/api/problem';
import { problemText } from '../../shared/i18n/problem-text';
import { isOvertaken, preciseRefusal } from './refusals';

const refusal = (code: string, params: Record<string, unknown> = {}) =>
  new ApiProblem(409, code, 'English words of the server.', params);
const say = (code: string, params?: Record<string, unknown>) =>
  problemText(preciseRefusal(refusal(code, params)));

describe('A refused decision', () => {
  it('says what became of the approval, and who was first', () => {
    const approved = say('approval.over', { state: 'approved', decidedBy: 'QX' });
    expect(approved).toContain('QX');
    expect(approved).not.toBe(say('approval.over', { state: 'withdrawn', decidedBy: null }));
    expect(say('approval.over', { state: 'approved', decidedBy: null })).not.toContain('null');
  });

  it('has a sentence for every reason the server gives', () => {
    for (const state of ['running', 'returned', 'approved', 'withdrawn', 'terminated'])
      expect(say('approval.over', { state }), state).not.toContain('English');
    for (const reason of ['decided', 'not-your-turn', 'passed-on', 'not-asked'])
      expect(say('approval.not-waiting-for-you', { reason }), reason).not.toContain('English');
    for (const word of [
      'version-outdated',
      'document-changed',
      'document-gone',
      'urged-recently',
      'not-in-bulk',
    ])
      expect(say(`approval.${word}`, { round: 2 }), word).not.toContain('English');
  });

  it('means that the screen was overtaken only where it was', () => {
    expect(isOvertaken(refusal('approval.version-outdated'))).toBe(true);
    expect(isOvertaken(refusal('approval.urged-recently'))).toBe(false);
    expect(isOvertaken(refusal('customer.over'))).toBe(false);
    expect(isOvertaken(new Error('offline'))).toBe(false);
    expect(preciseRefusal(refusal('record.stale'))).toMatchObject({ code: 'record.stale' });
  });
});

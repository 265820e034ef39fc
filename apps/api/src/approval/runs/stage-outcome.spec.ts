import { neededSeats, stageOutcome, type SeatVoice } from './stage-outcome.js';

/** `+` agreed, `-` returned, `.` not yet; in brackets: added by a colleague. */
const seats = (text: string): SeatVoice[] => {
  const voices = { '+': 'approved', '-': 'returned', '.': 'none' } as const;
  let isAdded = false;
  return [...text].flatMap((character) => {
    if (character === '(' || character === ')') {
      isAdded = character === '(';
      return [];
    }
    return [{ isAdded, voice: voices[character as '+'] }];
  });
};

describe('The voices of a stage', () => {
  it.each([
    ['2/3', 3, 2],
    ['2/3', 4, 3],
    ['2/3', 5, 4],
    ['1/2', 3, 2],
    ['1/2', 2, 1],
    ['1/1', 7, 7],
    ['1/100', 3, 1],
  ])('a share of %s of %i are %i', (minimumShare, count, needed) => {
    expect(neededSeats({ mode: 'all', minimumShare }, count)).toBe(needed);
  });

  it.each([
    ['all', undefined, '++.', 'undecided'],
    ['all', undefined, '+++', 'approved'],
    ['all', undefined, '+-.', 'returned'],
    ['any', undefined, '..+', 'approved'],
    ['any', undefined, '.-.', 'returned'],
    ['any', undefined, '...', 'undecided'],
    ['in-order', undefined, '+..', 'undecided'],
    ['in-order', undefined, '-..', 'returned'],
    ['all', '2/3', '+.+', 'approved'],
    ['all', '2/3', '+-.', 'undecided'],
    ['all', '2/3', '--.', 'returned'],
    ['all', '2/3', '+-+', 'approved'],
    ['any', undefined, '+.(.)', 'undecided'],
    ['any', undefined, '+.(+)', 'approved'],
    ['all', '1/2', '+.(-)', 'returned'],
    ['all', undefined, '++(+)', 'approved'],
  ] as const)('%s %s %s: %s', (mode, minimumShare, voices, result) => {
    expect(stageOutcome({ mode, minimumShare }, seats(voices)).result).toBe(result);
  });

  it('count what is needed and given, added ones too', () => {
    expect(stageOutcome({ mode: 'all', minimumShare: '2/3' }, seats('+..(+)'))).toMatchObject({
      needed: 3,
      given: 2,
    });
  });
});

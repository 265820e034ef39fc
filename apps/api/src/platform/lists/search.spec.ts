import { grams } from './search.js';
import { isRare, recentMonths } from './search-statistics.js';

describe('Entries of the search index', () => {
  it.each([
    ['融氏', ['融氏']],
    ['融氏食', ['融氏', '氏食']],
    ['13812', ['1381', '3812']],
    ['138', ['13', '38']], // three digits are no entry
    ['k00012', ['k00', '0001', '0012']],
    ['k0123a', ['k01', '0123', '23a']],
    ['12ab34', ['12a', '2ab', 'ab3', 'b34']],
    ['yx', ['yx']],
    ['融氏abc', ['融氏', '氏a', 'abc']],
    ['a融', ['a融']],
    ['aaaa', ['aaa']],
  ])('of %s are the fewest that say the same: %j', (term, expected) => {
    expect(grams(term)).toEqual(expected);
  });
});

describe('A search', () => {
  const shares = new Map([
    ['有限', 0.87],
    ['贸易', 0.05],
    ['13', 0.1],
    ['38', 0.1],
    ['1382', 0.01],
    ['4138', 0.01],
  ]);
  const statistics = { rows: 1_000_000, shares, least: 0, months: new Map<number, number>() };

  it.each([
    ['有限', false],
    ['贸易', false],
    ['贸易有限', true], // 易有 is not among the common entries
    ['融氏', true],
    ['有限 融氏', true], // its rarest word decides
    ['1382', false],
    ['13824138', true], // digits do not come together
    ['138', false], // two pairs of digits are everywhere
    ['融', false], // the beginning of a name has an index of its own
  ])('for %s is for the index: %s', (q, expected) => {
    expect(isRare(q, statistics, 51)).toBe(expected);
  });

  it('of a table without statistics is for the list as it stands', () => {
    expect(isRare('融氏', { rows: 0, shares: new Map(), least: 0, months: new Map() }, 51)).toBe(false);
  });
});

describe('The newest hits of a search', () => {
  const shares = new Map([['融氏', 0.001]]);
  const months = new Map(Array.from({ length: 60 }, (_, index) => [24_300 + index, 1 / 60] as const));
  const statistics = { rows: 1_000_000, shares, least: 0, months };

  it('are in as many of the last months as hold them three times over', () => {
    // 1,000 hits, 17 a month; 153 are wanted for a page of 51.
    expect(recentMonths('融氏', statistics, 51)).toEqual([
      24_359, 24_358, 24_357, 24_356, 24_355, 24_354, 24_353, 24_352, 24_351, 24_350,
    ]);
    expect(recentMonths('融氏', statistics, 5)).toEqual([24_359]);
  });

  it('go on from the month of the cursor', () => {
    expect(recentMonths('融氏', statistics, 5, 24_310)).toEqual([24_310]);
  });

  it('are looked for there too where the statistics know only that the term is none of the common ones', () => {
    const cut = { ...statistics, least: 0.012 };
    expect(recentMonths('罕见', cut, 5)).toEqual([24_359, 24_358, 24_357]);
    expect(recentMonths('罕见', cut, 51)).toBeUndefined();
    expect(recentMonths('138123', cut, 5)).toBeUndefined(); // digits that do not come together are few
  });

  it('are looked for everywhere where there are few, or nobody knows how many', () => {
    expect(recentMonths('融氏', statistics, 200)).toBeUndefined();
    expect(recentMonths('罕见', statistics, 51)).toBeUndefined();
    expect(recentMonths('融氏', { ...statistics, months: new Map() }, 51)).toBeUndefined();
  });
});

import { grams } from './search.js';
import { isRare } from './search-statistics.js';

describe('Entries of the search index', () => {
  it.each([
    ['融氏', ['融氏']],
    ['融氏食', ['融氏', '氏食']],
    ['13812', ['138', '381', '812']],
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
    ['138', 0.01],
    ['241', 0.01],
    ['382', 0.01],
    ['824', 0.01],
  ]);
  const statistics = { rows: 1_000_000, shares };

  it.each([
    ['有限', false],
    ['贸易', false],
    ['贸易有限', true], // 易有 is not among the common entries
    ['融氏', true],
    ['有限 融氏', true], // its rarest word decides
    ['138241', true], // digits do not come together
    ['融', false], // the beginning of a name has an index of its own
  ])('for %s is for the index: %s', (q, expected) => {
    expect(isRare(q, statistics, 51)).toBe(expected);
  });

  it('of a table without statistics is for the list as it stands', () => {
    expect(isRare('融氏', { rows: 0, shares: new Map() }, 51)).toBe(false);
  });
});

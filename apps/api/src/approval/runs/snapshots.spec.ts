import { canonicalJson, hashOf } from './snapshots.js';

describe('The hash of a version', () => {
  it('is the same in whatever order the database gives the keys', () => {
    expect(hashOf({ a: 1, b: { c: [1, 2], d: null } })).toBe(hashOf({ b: { d: null, c: [1, 2] }, a: 1 }));
    expect(canonicalJson({ b: undefined, a: '50000.00' })).toBe('{"a":"50000.00"}');
  });

  it('is another for another content or order of a list', () => {
    expect(hashOf([1, 2])).not.toBe(hashOf([2, 1]));
    expect(hashOf({ amount: '1.00' })).not.toBe(hashOf({ amount: '1.0' }));
  });
});

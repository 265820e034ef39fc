import { describe, expect, it } from 'vitest';
import { needsCheck, optionsOf, withAlias } from './import-options';

describe('Import options', () => {
  it.each([
    [{ mode: 'create' } as const, true],
    [{ empty: 'clear' } as const, true],
    [{ keys: { customer: 'name' } }, true],
    [{ aliases: { 'product.code': { P1: 'P2' } } }, true],
    [{ skipProblemRows: false }, false],
    [{}, false],
  ])('%j asks for another check: %s', (changed, needed) => {
    expect(needsCheck(optionsOf(changed), optionsOf({}))).toBe(needed);
  });

  it('take back an alias that is chosen twice, and leave nothing behind', () => {
    const once = withAlias({}, 'product.code', 'P1', 'P2');
    expect(once).toEqual({ 'product.code': { P1: 'P2' } });
    expect(withAlias(once, 'product.code', 'P1', 'P3')).toEqual({ 'product.code': { P1: 'P3' } });
    expect(withAlias(once, 'product.code', 'P1', 'P2')).toEqual({});
  });
});

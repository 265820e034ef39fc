import { describe, expect, it } from 'vitest';
import { adjustmentOf, rateOfPercent } from './adjustment';

describe('An adjustment of many prices', () => {
  it.each([
    ['3', '0.03'],
    ['-2.5', '-0.025'],
    ['100', '1'],
    ['12.34', '0.1234'],
    ['0', '0'],
    ['0.07', '0.0007'],
  ])('takes %s percent as %s', (percent, rate) => expect(rateOfPercent(percent)).toBe(rate));

  it('sends what its way needs, and no empty filters', () => {
    const values = {
      method: 'percent',
      percent: '3',
      amount: '9',
      tableIds: ['t'],
      categoryIds: [],
      alsoFloor: true,
    };
    expect(adjustmentOf(values)).toMatchObject({ method: 'percent', value: '0.03', tableIds: ['t'] });
    expect(adjustmentOf(values).categoryIds).toBeUndefined();
    expect(adjustmentOf({ ...values, method: 'amount' }).value).toBe('9');
    expect(adjustmentOf({ ...values, method: 'copy', targetTableId: 'u' })).toMatchObject({
      value: '0',
      targetTableId: 'u',
    });
  });
});

import type { FormValues } from '../../shared/form/field-declaration';
import type { Adjustment } from './price-revision.queries';

/** `3` as people say it → the rate `0.03`, exactly. */
export function rateOfPercent(percent: string): string {
  const [, sign = '', whole = '0', decimals = ''] = /^(-?)(\d*)(?:\.(\d*))?$/.exec(percent) ?? [];
  const digits = whole.padStart(3, '0') + decimals;
  const point = digits.length - decimals.length - 2;
  const text = `${digits.slice(0, point)}.${digits.slice(point)}`
    .replace(/^0+(?=\d)/, '')
    .replace(/\.?0+$/, '');
  return `${sign}${text || '0'}`;
}

const some = (value: unknown): string[] | undefined => {
  const list = value as string[] | null | undefined;
  return list && list.length > 0 ? list : undefined;
};

/** What the form holds as the API takes it; a copy may be changed by percent on the way. */
export function adjustmentOf(values: FormValues): Adjustment {
  const method = values.method as Adjustment['method'];
  const percent = (method === 'percent' ? values.percent : values.copyPercent) as string | null | undefined;
  const value = method === 'amount' ? (values.amount as string) : rateOfPercent(percent || '0');
  return {
    method,
    value,
    tableIds: some(values.tableIds) ?? [],
    ...(method === 'copy' && { targetTableId: values.targetTableId as string }),
    ...(values.roundTo ? { roundTo: values.roundTo as Adjustment['roundTo'] } : {}),
    ...(values.rounding ? { rounding: values.rounding as Adjustment['rounding'] } : {}),
    ...(values.on ? { on: values.on as string } : {}),
    alsoFloor: Boolean(values.alsoFloor),
    categoryIds: some(values.categoryIds),
    brandIds: some(values.brandIds),
    productIds: some(values.productIds),
  };
}

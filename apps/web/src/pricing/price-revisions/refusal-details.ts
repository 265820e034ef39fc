import { ApiProblem } from '../../shared/api/problem';
import { formatMoney } from '../../shared/format/numbers';

interface Clash {
  readonly product: string;
  readonly table: string;
  readonly number: string;
}
interface Unusual {
  readonly product: string;
  readonly table: string;
  readonly old: string;
  readonly price: string;
}

const wordOf = ({ code }: ApiProblem): string => code.split('.')[1] ?? '';

/** What a refusal names, line by line: clashes with other revisions, unusual prices, withdrawn products. */
export function detailsOf(failure: unknown): string[] {
  if (!(failure instanceof ApiProblem)) return [];
  const { taken, lines, products } = failure.params as {
    taken?: Clash[];
    lines?: Unusual[];
    products?: string[];
  };
  if (wordOf(failure) === 'day-taken')
    return (taken ?? []).map(({ product, table, number }) => `${table} · ${product} · ${number}`);
  if (wordOf(failure) === 'unusual-prices')
    return (lines ?? []).map(
      ({ product, table, old, price }) =>
        `${table} · ${product}: ${formatMoney(old)} → ${formatMoney(price)}`,
    );
  return wordOf(failure) === 'withdrawn-products' ? [...(products ?? [])] : [];
}

export const isUnusual = (failure: unknown): boolean =>
  failure instanceof ApiProblem && wordOf(failure) === 'unusual-prices';

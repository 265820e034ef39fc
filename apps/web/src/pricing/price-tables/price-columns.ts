import { formatDay } from '../../shared/format/dates';
import { formatMoney, formatQuantity, formatRate } from '../../shared/format/numbers';
import { readDecimal } from '../../shared/grid/grid-clipboard';
import type { GridColumn } from '../../shared/grid/grid-declaration';
import type { Price } from './price-table.queries';
import type { usePriceEdits } from './usePriceEdits';

interface Around {
  readonly edits: ReturnType<typeof usePriceEdits>;
  readonly mayEdit: boolean;
  readonly maySeeCost: boolean;
  readonly mayReadRevisions: boolean;
  /** Words for a price that ends, and for what a changed cell held. */
  readonly ends: string;
  readonly was: (price: string) => string;
}

const title = (key: string) => `pricing.${key}`;

/** Columns of a price table as a grid; two of them are typed into. */
export function priceColumns({ edits, mayEdit, ...around }: Around): GridColumn<Price>[] {
  const typed = (key: 'price' | 'floorPrice'): GridColumn<Price> => ({
    key,
    title: title(key),
    width: 120,
    isNumber: true,
    text: (row) => {
      const value = edits.valueOf(row, key);
      return value === null ? (key === 'price' ? around.ends : '–') : formatMoney(value);
    },
    raw: (row) => edits.valueOf(row, key),
    ...(mayEdit && { read: readDecimal }),
    tone: (row) => (edits.isChanged(row, key) ? 'changed' : undefined),
    hint: (row) => (edits.isChanged(row, key) ? around.was(formatMoney(row[key]) || '–') : ''),
  });
  return [
    {
      key: 'productName',
      title: title('product'),
      width: 230,
      isFixed: true,
      text: ({ productName }) => productName,
      to: ({ productId }) => ({ name: 'product', params: { id: productId }, query: { tab: 'prices' } }),
    },
    { key: 'productCode', title: title('code'), width: 120, text: ({ productCode }) => productCode },
    {
      key: 'specification',
      title: title('specification'),
      width: 110,
      text: ({ specification }) => specification ?? '',
    },
    {
      key: 'categoryName',
      title: title('category'),
      width: 110,
      text: ({ categoryName }) => categoryName ?? '',
    },
    { key: 'unit', title: title('unit'), width: 60, text: ({ unit }) => unit },
    {
      key: 'minQuantity',
      title: title('minQuantity'),
      width: 90,
      isNumber: true,
      text: ({ minQuantity }) => (Number(minQuantity) > 0 ? `≥ ${formatQuantity(minQuantity)}` : '–'),
      raw: ({ minQuantity }) => minQuantity,
    },
    typed('price'),
    typed('floorPrice'),
    {
      key: 'before',
      title: title('before'),
      width: 105,
      isNumber: true,
      text: ({ before }) => formatMoney(before) || '–',
      raw: ({ before }) => before,
    },
    ...(around.maySeeCost
      ? [
          {
            key: 'margin',
            title: title('margin'),
            width: 85,
            isNumber: true,
            text: ({ margin }: Price) => formatRate(margin) || '–',
            tone: ({ margin }: Price) => (margin && Number(margin) < 0 ? ('danger' as const) : undefined),
          },
        ]
      : []),
    {
      key: 'validFrom',
      title: title('validFrom'),
      width: 110,
      text: ({ validFrom }) => formatDay(validFrom),
    },
    { key: 'validTo', title: title('validTo'), width: 110, text: ({ validTo }) => formatDay(validTo) || '–' },
    {
      key: 'revisionNumber',
      title: title('revision'),
      width: 130,
      text: ({ revisionNumber }) => revisionNumber,
      to: ({ revisionId }) =>
        around.mayReadRevisions ? { name: 'price-revision', params: { id: revisionId } } : undefined,
    },
  ];
}

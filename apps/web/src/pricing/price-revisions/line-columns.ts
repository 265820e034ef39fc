import { formatMoney, formatQuantity, formatRate } from '../../shared/format/numbers';
import { readDecimal } from '../../shared/grid/grid-clipboard';
import type { GridColumn } from '../../shared/grid/grid-declaration';
import type { RevisionLine } from './price-revision.queries';

type Field = 'price' | 'floorPrice' | 'note';
interface Around {
  /** What is typed and on its way to the server. */
  readonly valueOf: (line: RevisionLine, field: Field) => string | null;
  readonly mayEdit: boolean;
  readonly maySeeCost: boolean;
  /** A phone shows only what decides. */
  readonly isPhone: boolean;
  readonly ends: string;
  readonly unusual: string;
}

const ON_PHONE: ReadonlySet<string> = new Set([
  'productName',
  'tableName',
  'oldPrice',
  'price',
  'changeRate',
  'floorPrice',
  'margin',
]);
const title = (key: string) => `pricing.${key}`;
const signed = (text: string, value: string | null) => (value && Number(value) > 0 ? `+${text}` : text);
const direction = (value: string | null) => {
  const change = Number(value ?? 0);
  return change > 0 ? ('rise' as const) : change < 0 ? ('fall' as const) : undefined;
};

/** New prices beside the old ones, with what they mean; price, floor and note are typed. */
export function lineColumns({
  valueOf,
  mayEdit,
  maySeeCost,
  isPhone,
  ends,
  unusual,
}: Around): GridColumn<RevisionLine>[] {
  const money = (key: 'oldPrice' | 'competitorPrice' | 'cost', word: string): GridColumn<RevisionLine> => ({
    key,
    title: title(word),
    width: 105,
    isNumber: true,
    text: (line) => formatMoney(line[key]) || '–',
    raw: (line) => line[key] ?? null,
  });
  const typed = (key: 'price' | 'floorPrice', word: string): GridColumn<RevisionLine> => ({
    key,
    title: title(word),
    width: 115,
    isNumber: true,
    text: (line) => formatMoney(valueOf(line, key)) || (key === 'price' ? ends : '–'),
    raw: (line) => valueOf(line, key),
    ...(mayEdit && { read: readDecimal }),
    tone: (line) => (key === 'price' && line.isUnusual ? 'danger' : undefined),
    hint: (line) => (key === 'price' && line.isUnusual ? unusual : ''),
  });
  const all: GridColumn<RevisionLine>[] = [
    {
      key: 'productName',
      title: title('product'),
      width: isPhone ? 130 : 210,
      isFixed: true,
      text: ({ productName }) => productName,
      to: ({ productId }) => ({ name: 'product', params: { id: productId }, query: { tab: 'prices' } }),
    },
    { key: 'productCode', title: title('code'), width: 100, text: ({ productCode }) => productCode },
    {
      key: 'tableName',
      title: title('table'),
      width: isPhone ? 96 : 140,
      text: ({ tableName }) => tableName,
    },
    { key: 'unit', title: title('unit'), width: 56, text: ({ unit }) => unit },
    {
      key: 'minQuantity',
      title: title('minQuantity'),
      width: 84,
      isNumber: true,
      text: ({ minQuantity }) => (Number(minQuantity) > 0 ? `≥ ${formatQuantity(minQuantity)}` : '–'),
    },
    money('oldPrice', 'oldPrice'),
    typed('price', 'newPrice'),
    {
      key: 'change',
      title: title('change'),
      width: 95,
      isNumber: true,
      text: ({ change }) => signed(formatMoney(change), change) || '–',
      tone: ({ change }) => direction(change),
    },
    {
      key: 'changeRate',
      title: title('changeRate'),
      width: 85,
      isNumber: true,
      text: ({ changeRate }) => signed(formatRate(changeRate), changeRate) || '–',
      tone: ({ changeRate }) => direction(changeRate),
    },
    typed('floorPrice', 'floorPrice'),
    ...(maySeeCost
      ? [
          money('cost', 'cost'),
          {
            key: 'margin',
            title: title('margin'),
            width: 80,
            isNumber: true,
            text: ({ margin }: RevisionLine) => formatRate(margin) || '–',
            tone: ({ margin }: RevisionLine) =>
              margin && Number(margin) < 0 ? ('danger' as const) : undefined,
          },
        ]
      : []),
    money('competitorPrice', 'rivalPrice'),
    {
      key: 'note',
      title: title('note'),
      width: 160,
      text: (line) => valueOf(line, 'note') ?? '',
      raw: (line) => valueOf(line, 'note'),
      ...(mayEdit && { read: (text: string) => text.trim().slice(0, 500) || null }),
    },
  ];
  return isPhone ? all.filter(({ key }) => ON_PHONE.has(key)) : all;
}

import { computed, shallowRef } from 'vue';
import { isSameDecimal } from '../../shared/grid/grid-clipboard';
import type { CellChange } from '../../shared/grid/grid-declaration';
import type { NewLine, RevisionLine } from '../price-revisions/price-revision.queries';
import type { Price } from './price-table.queries';

type Field = 'price' | 'floorPrice';
interface Edit {
  readonly row: Price;
  readonly price: string | null;
  readonly floorPrice: string | null;
}

/** What names a price in its table. */
const placeOf = ({
  productId,
  unit,
  minQuantity,
}: {
  productId: string;
  unit: string;
  minQuantity: string;
}) => `${productId} ${unit} ${Number(minQuantity)}`;

/** Prices typed into a table: they stay here, marked, until they are put into a revision; the table itself never changes. */
export function usePriceEdits() {
  const edits = shallowRef<ReadonlyMap<string, Edit>>(new Map());
  const drafted = shallowRef<ReadonlyMap<string, RevisionLine>>(new Map());

  function stateOf(row: Price): Omit<Edit, 'row'> {
    return edits.value.get(placeOf(row)) ?? drafted.value.get(placeOf(row)) ?? row;
  }
  const valueOf = (row: Price, field: Field): string | null => stateOf(row)[field];
  const isChanged = (row: Price, field: Field): boolean => !isSameDecimal(valueOf(row, field), row[field]);

  function change(changes: readonly CellChange<Price>[]): void {
    const next = new Map(edits.value);
    for (const { row, column, value } of changes) {
      const place = placeOf(row);
      const kept = drafted.value.get(place) ?? row;
      const { price, floorPrice } = next.get(place) ?? kept;
      const edit: Edit = { row, price, floorPrice, [column as Field]: value };
      const isBack = isSameDecimal(edit.price, kept.price) && isSameDecimal(edit.floorPrice, kept.floorPrice);
      if (isBack) next.delete(place);
      else next.set(place, edit);
    }
    edits.value = next;
  }

  /** As lines of a revision; a price that ends takes its floor with it. */
  const lines = computed<NewLine[]>(() =>
    [...edits.value.values()].map(({ row, price, floorPrice }) => ({
      tableId: row.tableId,
      productId: row.productId,
      unit: row.unit || undefined,
      minQuantity: row.minQuantity,
      price,
      floorPrice: price === null ? null : floorPrice,
    })),
  );

  return {
    valueOf,
    isChanged,
    change,
    lines,
    count: computed(() => edits.value.size),
    clear: () => (edits.value = new Map()),
    showDraft: (known: readonly RevisionLine[]) =>
      (drafted.value = new Map(known.map((line) => [placeOf(line), line]))),
  };
}

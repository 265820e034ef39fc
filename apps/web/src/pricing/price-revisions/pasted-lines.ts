import { readBlock, readDecimal } from '../../shared/grid/grid-clipboard';
import type { FoundProduct, NewLine } from './price-revision.queries';

export type PasteProblem = 'unknown' | 'ambiguous' | 'price' | 'floor' | 'twice';

export interface PastedLine {
  /** Line of the text, counted from 1. */
  readonly at: number;
  readonly code: string;
  readonly price: string;
  readonly floor: string;
}

/** `code ⇥ price ⇥ floor price` a line, as copied from a spreadsheet; empty lines and a heading are passed over. */
export function readPasted(text: string): PastedLine[] {
  return readBlock(text)
    .map(([code = '', price = '', floor = ''], index) => ({
      at: index + 1,
      code: code.trim(),
      price: price.trim(),
      floor: floor.trim(),
    }))
    .filter(
      ({ code, price, at }) => code !== '' && !(at === 1 && readDecimal(price) === undefined && price !== ''),
    );
}

/** The lines that can be put in, and what is wrong with the others. */
export function linesOf(
  pasted: readonly PastedLine[],
  products: ReadonlyMap<string, readonly FoundProduct[]>,
  tableId: string,
): { lines: NewLine[]; problems: { line: PastedLine; problem: PasteProblem }[] } {
  const lines: NewLine[] = [];
  const problems: { line: PastedLine; problem: PasteProblem }[] = [];
  const seen = new Set<string>();
  for (const line of pasted) {
    const [product, ...others] = products.get(line.code) ?? [];
    const [price, floorPrice] = [readDecimal(line.price), readDecimal(line.floor)];
    const problem = problemOf();
    if (problem || !product || !price) {
      problems.push({ line, problem: problem ?? 'unknown' });
      continue;
    }
    seen.add(product.id);
    lines.push({ tableId, productId: product.id, price, floorPrice: floorPrice ?? null });

    function problemOf(): PasteProblem | undefined {
      if (!product) return 'unknown';
      if (others.length > 0) return 'ambiguous';
      if (!price) return 'price';
      if (floorPrice === undefined || (floorPrice && Number(floorPrice) > Number(price))) return 'floor';
      return seen.has(product.id) ? 'twice' : undefined;
    }
  }
  return { lines, problems };
}

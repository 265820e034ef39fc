import type { ColumnDeclaration } from './list-declaration';

const TICK = 44;
const USUAL = 120;

/** CSS lengths of a table's columns: each at least as wide as declared, what is left over shared out in proportion. */
export function columnWidths<Row>(columns: readonly ColumnDeclaration<Row>[], isTicked: boolean) {
  const tick = isTicked ? TICK : 0;
  const width = (column: ColumnDeclaration<Row>) => column.width ?? USUAL;
  const sum = columns.reduce((total, column) => total + width(column), 0);
  return {
    tick: `${tick}px`,
    least: `${sum + tick}px`,
    // Of the scroller, which is a container: percentages of a table would include the ticks.
    of: (column: ColumnDeclaration<Row>) =>
      `max(${width(column)}px, calc((100cqw - ${tick}px) * ${(width(column) / sum).toFixed(5)}))`,
  };
}

/** The columns that stay in sight have an edge as soon as others go under them. Not a state: it would draw every row anew. */
export function markScrolled({ currentTarget }: Event): void {
  const scroller = currentTarget as HTMLElement;
  scroller.classList.toggle('is-scrolled', scroller.scrollLeft > 0);
}

/** Where a cell is too narrow for its text, pointing at it shows the whole. */
export function titleWhatIsCut(cell: HTMLElement): void {
  const box = cell.querySelector<HTMLElement>('.title') ?? cell;
  cell.title = box.scrollWidth > box.clientWidth ? cell.innerText.trim() : '';
}

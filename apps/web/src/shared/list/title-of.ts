import type { ColumnDeclaration } from './list-declaration';

/** What a row is called: the text of the column that names it. */
export function titleOf<Row extends object>(
  columns: readonly ColumnDeclaration<Row>[],
  row: Row | undefined,
): string {
  const column = columns.find(({ isTitle }) => isTitle);
  if (!row || !column) return '';
  return column.text?.(row) ?? String((row as Record<string, unknown>)[column.key] ?? '');
}

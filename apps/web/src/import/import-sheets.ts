import type { Import, ImportState } from './import-types';

export interface SheetTab {
  readonly name: string;
  /** The import of this sheet to open; undefined when none was begun. */
  readonly importId: string | undefined;
  readonly isCurrent: boolean;
  readonly isDone: boolean;
}

/** What the list of imports says of one. */
export interface SiblingImport {
  readonly id: string;
  readonly sheet: string | null;
  readonly state: ImportState;
}

/** The visible sheets of a workbook in its order, each with the import that stands furthest: a finished one, else the newest. */
export function sheetsOf(
  record: Pick<Import, 'id' | 'source' | 'state'>,
  siblings: readonly SiblingImport[],
): SheetTab[] {
  return record.source.sheets
    .filter(({ hidden, name }) => !hidden || name === record.source.sheet)
    .map(({ name }) => {
      const isCurrent = name === record.source.sheet;
      const imports = siblings.filter(({ sheet }) => sheet === name);
      const found = imports.find(({ state }) => state === 'done') ?? imports[0];
      return {
        name,
        importId: isCurrent ? record.id : found?.id,
        isCurrent,
        isDone: (isCurrent ? record.state : found?.state) === 'done',
      };
    });
}

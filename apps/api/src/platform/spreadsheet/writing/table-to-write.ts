export interface WrittenHeader {
  /** Key of the value in each row. */
  readonly key: string;
  readonly label: string;
  readonly type: 'text' | 'decimal' | 'integer' | 'date' | 'datetime';
  /** Digits shown after the point of a decimal; as many as there are unless told. */
  readonly scale?: number;
}

/** Decimals are texts (exact), dates `YYYY-MM-DD`, moments `YYYY-MM-DDTHH:mm:ss`, null is an empty cell. */
export type WrittenRow = Record<string, string | number | null | undefined>;

export interface TableToWrite {
  readonly format: 'xlsx' | 'csv' | 'json';
  /** Of CSV only; GB18030 is what old Chinese office software expects. */
  readonly encoding?: 'utf-8' | 'gb18030';
  readonly headers: readonly WrittenHeader[];
  readonly rows: AsyncIterable<WrittenRow> | Iterable<WrittenRow>;
  readonly sheetName?: string;
}

export interface WrittenTable {
  readonly rows: number;
}

/** Counts the rows that pass. */
export class RowCounter {
  rows = 0;

  async *count(rows: TableToWrite['rows']): AsyncGenerator<WrittenRow> {
    for await (const row of rows) {
      this.rows++;
      yield row;
    }
  }
}

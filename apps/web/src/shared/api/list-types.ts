/** Query of a list: declared filters, `q`, `sort`, `limit`, `cursor`; a repeated value means any of them. */
export type ListParams = Record<string, string | number | boolean | readonly string[] | undefined>;

export interface Page<Row> {
  readonly items: Row[];
  readonly nextCursor: string | null;
  readonly prevCursor: string | null;
}

export interface Count {
  readonly count: number;
  /** False when the count is an estimate; shown as "10,000+". */
  readonly exact: boolean;
}

/** Everything a list page asks the server for one resource. */
export interface ListSource<Row> {
  /** Name in the query cache and in remembered preferences, e.g. `customers`. */
  readonly key: string;
  /** First word of its queries, where it is one of several lists of a resource: they are read again together. */
  readonly family?: string;
  page(params: ListParams, signal?: AbortSignal): Promise<Page<Row>>;
  count?(params: ListParams, signal?: AbortSignal): Promise<Count>;
  /** Totals of the filtered rows by column, as decimal strings. */
  sums?(params: ListParams, signal?: AbortSignal): Promise<Record<string, string>>;
}

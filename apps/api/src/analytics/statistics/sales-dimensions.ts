/** An angle from which sales are looked at: SQL over `sales_facts f`, a text in the answer. */
export interface SalesDimension {
  readonly sql: string;
  readonly describe: string;
  /** How its values sort: time upwards, everything else by sales downwards. */
  readonly isTime?: boolean;
}

export const SALES_DIMENSIONS = {
  year: { sql: `to_char(f.ordered_on, 'YYYY')`, describe: 'Year, `2017`.', isTime: true },
  quarter: { sql: `to_char(f.ordered_on, 'YYYY"-Q"Q')`, describe: 'Quarter, `2017-Q3`.', isTime: true },
  month: { sql: `to_char(f.ordered_on, 'YYYY-MM')`, describe: 'Month, `2017-09`.', isTime: true },
  category: { sql: 'f.category', describe: 'Product category.' },
  subCategory: { sql: 'f.sub_category', describe: 'Product sub-category.' },
  brand: { sql: 'f.brand', describe: 'Brand.' },
  product: { sql: 'f.product_name', describe: 'Product name.' },
  customerClass: { sql: 'f.customer_class', describe: 'Customer class.' },
  customer: { sql: 'f.customer_name', describe: 'Customer name.' },
  territory: { sql: 'f.territory', describe: 'Sales territory.' },
  manager: { sql: 'f.manager', describe: 'Territory manager.' },
  province: { sql: 'f.province', describe: 'Province shipped to.' },
  owner: { sql: 'f.owner', describe: 'Salesperson.' },
} as const satisfies Record<string, SalesDimension>;

export type SalesDimensionName = keyof typeof SALES_DIMENSIONS;

export const SALES_DIMENSION_NAMES = Object.keys(SALES_DIMENSIONS) as SalesDimensionName[];

/** In filters, what has no value is asked for by this word. */
export const NONE = '(none)';

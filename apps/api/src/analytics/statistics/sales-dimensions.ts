/** An angle from which sales are looked at: SQL over `sales_facts f`, a text in the answer. */
export interface SalesDimension {
  readonly sql: string;
  readonly label: { readonly zh: string; readonly en: string };
  readonly describe: string;
  /** How its values sort: time upwards, everything else by sales downwards. */
  readonly isTime?: boolean;
}

export const SALES_DIMENSIONS = {
  year: {
    label: { zh: '年', en: 'Year' },
    sql: `to_char(f.ordered_on, 'YYYY')`,
    describe: 'Year, `2017`.',
    isTime: true,
  },
  quarter: {
    label: { zh: '季度', en: 'Quarter' },
    sql: `to_char(f.ordered_on, 'YYYY"-Q"Q')`,
    describe: 'Quarter, `2017-Q3`.',
    isTime: true,
  },
  month: {
    label: { zh: '月', en: 'Month' },
    sql: `to_char(f.ordered_on, 'YYYY-MM')`,
    describe: 'Month, `2017-09`.',
    isTime: true,
  },
  category: { label: { zh: '类别', en: 'Category' }, sql: 'f.category', describe: 'Product category.' },
  subCategory: {
    label: { zh: '子类别', en: 'Sub-category' },
    sql: 'f.sub_category',
    describe: 'Product sub-category.',
  },
  brand: { label: { zh: '品牌', en: 'Brand' }, sql: 'f.brand', describe: 'Brand.' },
  product: { label: { zh: '产品', en: 'Product' }, sql: 'f.product_name', describe: 'Product name.' },
  customerClass: {
    label: { zh: '客户类别', en: 'Customer class' },
    sql: 'f.customer_class',
    describe: 'Customer class.',
  },
  customer: { label: { zh: '客户', en: 'Customer' }, sql: 'f.customer_name', describe: 'Customer name.' },
  territory: { label: { zh: '销售区域', en: 'Territory' }, sql: 'f.territory', describe: 'Sales territory.' },
  manager: { label: { zh: '区域经理', en: 'Manager' }, sql: 'f.manager', describe: 'Territory manager.' },
  province: { label: { zh: '省份', en: 'Province' }, sql: 'f.province', describe: 'Province shipped to.' },
  owner: { label: { zh: '业务员', en: 'Salesperson' }, sql: 'f.owner', describe: 'Salesperson.' },
} as const satisfies Record<string, SalesDimension>;

export type SalesDimensionName = keyof typeof SALES_DIMENSIONS;

export const SALES_DIMENSION_NAMES = Object.keys(SALES_DIMENSIONS) as SalesDimensionName[];

/** In filters, what has no value is asked for by this word. */
export const NONE = '(none)';

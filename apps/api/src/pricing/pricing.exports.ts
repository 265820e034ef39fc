import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ExportSources } from '../platform/exports/export-source.js';
import { ListExports } from '../platform/exports/list-export.js';
import type { DeclaredColumn } from '../platform/exports/declared-columns.js';
import { deviationList } from './deviations/deviation.list.js';
import { priceList } from './prices/price.list.js';
import { productList } from './products/product.list.js';
import { promotionList } from './promotions/promotion.list.js';
import { priceRevisionList } from './revisions/price-revision.list.js';
import { PROMOTION_COLUMNS, REVISION_COLUMNS, TABLE_COLUMNS } from './pricing.export-columns.js';
import { priceTableList } from './tables/price-table.list.js';

const PRICE_COLUMNS: readonly DeclaredColumn[] = [
  { key: 'tableName', label: { zh: '价格表', en: 'Price table' }, type: 'text' },
  { key: 'productCode', label: { zh: '产品编号', en: 'Product code' }, type: 'text' },
  { key: 'productName', label: { zh: '产品名称', en: 'Product' }, type: 'text' },
  { key: 'specification', label: { zh: '规格', en: 'Specification' }, type: 'text' },
  { key: 'categoryName', label: { zh: '类别', en: 'Category' }, type: 'text' },
  { key: 'brandName', label: { zh: '品牌', en: 'Brand' }, type: 'text' },
  { key: 'unit', label: { zh: '计价单位', en: 'Price unit' }, type: 'text' },
  { key: 'minQuantity', label: { zh: '起订量', en: 'From quantity' }, type: 'decimal' },
  { key: 'price', label: { zh: '价格', en: 'Price' }, type: 'decimal' },
  { key: 'floorPrice', label: { zh: '最低限价', en: 'Floor price' }, type: 'decimal' },
  { key: 'before', label: { zh: '上次价格', en: 'Price before' }, type: 'decimal' },
  { key: 'margin', label: { zh: '毛利率', en: 'Margin' }, type: 'decimal' },
  { key: 'validFrom', label: { zh: '生效日期', en: 'From' }, type: 'date' },
  { key: 'validTo', label: { zh: '失效日期', en: 'To' }, type: 'date' },
  { key: 'revisionNumber', label: { zh: '调价单号', en: 'Revision' }, type: 'text' },
];

const DEVIATION_COLUMNS: readonly DeclaredColumn[] = [
  { key: 'createdAt', label: { zh: '登记时间', en: 'Recorded' }, type: 'datetime' },
  {
    key: 'kind',
    label: { zh: '偏离类型', en: 'Kind' },
    type: 'text',
    words: {
      'below-table': { zh: '低于价格表', en: 'Below the table' },
      'below-floor': { zh: '低于最低限价', en: 'Below the floor' },
      'off-table': { zh: '表外价格', en: 'Off the tables' },
    },
  },
  { key: 'customerName', label: { zh: '客户', en: 'Customer' }, type: 'text' },
  { key: 'productName', label: { zh: '产品', en: 'Product' }, type: 'text' },
  { key: 'quantity', label: { zh: '数量', en: 'Quantity' }, type: 'decimal' },
  { key: 'unit', label: { zh: '单位', en: 'Unit' }, type: 'text' },
  { key: 'askedPrice', label: { zh: '要求价格', en: 'Asked price' }, type: 'decimal' },
  { key: 'tablePrice', label: { zh: '表价', en: 'Table price' }, type: 'decimal' },
  { key: 'floorPrice', label: { zh: '最低限价', en: 'Floor price' }, type: 'decimal' },
  { key: 'pricedOn', label: { zh: '价格日期', en: 'Price of' }, type: 'date' },
  { key: 'reason', label: { zh: '原因', en: 'Reason' }, type: 'text' },
  { key: 'ownerName', label: { zh: '登记人', en: 'Recorded by' }, type: 'text' },
];

@Injectable()
export class PricingExports implements OnModuleInit {
  constructor(
    private readonly sources: ExportSources,
    private readonly lists: ListExports,
  ) {}

  onModuleInit(): void {
    this.sources.register(
      this.lists.of(productList, { zh: '产品', en: 'Products' }, [
        'code',
        'name',
        { key: 'parentCategoryName', label: { zh: '上级类别', en: 'Category above' }, type: 'text' },
        { key: 'categoryName', field: 'category.name' },
        { key: 'brandName', field: 'brand.name' },
        'specification',
        'unit',
        'taxRate',
        { key: 'withdrawnOn', label: { zh: '停售日期', en: 'Withdrawn on' }, type: 'date' },
        { key: 'cost', label: { zh: '成本价', en: 'Cost' }, type: 'decimal' },
        { key: 'createdAt', label: { zh: '录入时间', en: 'Entered' }, type: 'datetime' },
      ]),
      this.lists.of(priceList, { zh: '价格', en: 'Prices' }, PRICE_COLUMNS),
      this.lists.of(priceTableList, { zh: '价格表', en: 'Price tables' }, TABLE_COLUMNS),
      this.lists.of(priceRevisionList, { zh: '调价单', en: 'Price revisions' }, REVISION_COLUMNS),
      this.lists.of(promotionList, { zh: '促销', en: 'Promotions' }, PROMOTION_COLUMNS),
      this.lists.of(deviationList, { zh: '价格偏离', en: 'Price deviations' }, DEVIATION_COLUMNS),
    );
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { may } from '../platform/auth/actor.js';
import { ExportSources, type ExportColumn, type ExportSource } from '../platform/exports/export-source.js';
import { ListExports } from '../platform/exports/list-export.js';
import { SALES_DIMENSIONS } from './statistics/sales-dimensions.js';
import { readDimensions, SalesStatistics } from './statistics/sales-statistics.js';
import { salesLineList } from './statistics/sales.list.js';

const MEASURES: readonly ExportColumn[] = [
  { key: 'salesAmount', label: { zh: '销售额', en: 'Sales' }, type: 'decimal', scale: 2 },
  { key: 'profit', label: { zh: '利润', en: 'Profit' }, type: 'decimal', scale: 2, permission: 'cost:read' },
  {
    key: 'margin',
    label: { zh: '利润率', en: 'Margin' },
    type: 'decimal',
    scale: 4,
    permission: 'cost:read',
  },
  { key: 'quantity', label: { zh: '数量', en: 'Quantity' }, type: 'decimal', scale: 3 },
  { key: 'lineCount', label: { zh: '行数', en: 'Lines' }, type: 'integer' },
  { key: 'orderCount', label: { zh: '订单数', en: 'Orders' }, type: 'integer' },
  { key: 'customerCount', label: { zh: '客户数', en: 'Customers' }, type: 'integer' },
];

@Injectable()
export class AnalyticsExports implements OnModuleInit {
  constructor(
    private readonly sources: ExportSources,
    private readonly lists: ListExports,
    private readonly statistics: SalesStatistics,
  ) {}

  onModuleInit(): void {
    this.sources.register(this.figures(), this.lines());
  }

  private figures(): ExportSource {
    const { statistics } = this;
    return {
      resource: 'sales-statistics',
      label: { zh: '销售统计', en: 'Sales statistics' },
      permission: 'statistics:read',
      columns: ({ groupBy }, actor) => [
        ...readDimensions(groupBy).map((name): ExportColumn => ({
          key: name,
          label: SALES_DIMENSIONS[name].label,
          type: 'text',
        })),
        ...MEASURES.filter(({ permission }) => !permission || may(actor, permission)),
      ],
      async *rows(query, actor) {
        const { rows } = await statistics.read(query, actor);
        for (const { keys, ...measures } of rows) yield { ...keys, ...measures };
      },
    };
  }

  private lines(): ExportSource {
    return this.lists.of(salesLineList, { zh: '销售明细', en: 'Sales lines' }, [
      { key: 'orderNumber', label: { zh: '订单编号', en: 'Order' }, type: 'text' },
      { key: 'orderedOn', label: { zh: '订单日期', en: 'Ordered' }, type: 'date' },
      { key: 'customerName', label: { zh: '客户名称', en: 'Customer' }, type: 'text' },
      { key: 'customerClass', label: { zh: '客户类别', en: 'Class' }, type: 'text' },
      { key: 'territory', label: { zh: '销售区域', en: 'Territory' }, type: 'text' },
      { key: 'manager', label: { zh: '区域经理', en: 'Manager' }, type: 'text' },
      { key: 'productCode', label: { zh: '产品编号', en: 'Product code' }, type: 'text' },
      { key: 'productName', label: { zh: '产品名称', en: 'Product' }, type: 'text' },
      { key: 'category', label: { zh: '类别', en: 'Category' }, type: 'text' },
      { key: 'subCategory', label: { zh: '子类别', en: 'Sub-category' }, type: 'text' },
      { key: 'brand', label: { zh: '品牌', en: 'Brand' }, type: 'text' },
      { key: 'quantity', label: { zh: '数量', en: 'Quantity' }, type: 'decimal', scale: 3 },
      { key: 'discountRate', label: { zh: '折扣', en: 'Discount' }, type: 'decimal', scale: 4 },
      { key: 'salesAmount', label: { zh: '销售额', en: 'Sales' }, type: 'decimal', scale: 4 },
      { key: 'profit', label: { zh: '利润', en: 'Profit' }, type: 'decimal', scale: 4 },
    ]);
  }
}

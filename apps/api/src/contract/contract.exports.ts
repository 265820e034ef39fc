import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ExportSources } from '../platform/exports/export-source.js';
import { ListExports } from '../platform/exports/list-export.js';
import { orderList } from './orders/order.list.js';

@Injectable()
export class ContractExports implements OnModuleInit {
  constructor(
    private readonly sources: ExportSources,
    private readonly lists: ListExports,
  ) {}

  onModuleInit(): void {
    this.sources.register(
      this.lists.of(orderList, { zh: '订单', en: 'Orders' }, [
        { key: 'number', label: { zh: '订单编号', en: 'Number' }, type: 'text' },
        { key: 'customerName', label: { zh: '客户名称', en: 'Customer' }, type: 'text' },
        { key: 'orderedOn', label: { zh: '订单日期', en: 'Ordered' }, type: 'date' },
        { key: 'shippedOn', label: { zh: '发货日期', en: 'Shipped' }, type: 'date' },
        { key: 'shipMode', label: { zh: '运输方式', en: 'Ship mode' }, type: 'text' },
        { key: 'province', label: { zh: '收货省份', en: 'Province' }, type: 'text' },
        { key: 'city', label: { zh: '收货城市', en: 'City' }, type: 'text' },
        { key: 'territoryName', label: { zh: '销售区域', en: 'Territory' }, type: 'text' },
        { key: 'lineCount', label: { zh: '行数', en: 'Lines' }, type: 'integer' },
        { key: 'quantity', label: { zh: '数量', en: 'Quantity' }, type: 'decimal', scale: 3 },
        { key: 'salesAmount', label: { zh: '销售额', en: 'Sales' }, type: 'decimal', scale: 2 },
        { key: 'profit', label: { zh: '利润', en: 'Profit' }, type: 'decimal', scale: 2 },
      ]),
    );
  }
}

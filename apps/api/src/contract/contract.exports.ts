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
        'number',
        { key: 'customerName', field: 'customer.name' },
        'orderedOn',
        'shippedOn',
        'shipMode',
        'province',
        'city',
        { key: 'territoryName', field: 'territory.name' },
        { key: 'lineCount', label: { zh: '行数', en: 'Lines' }, type: 'integer' },
        { key: 'quantity', label: { zh: '数量', en: 'Quantity' }, type: 'decimal', scale: 3 },
        { key: 'salesAmount', label: { zh: '销售额', en: 'Sales' }, type: 'decimal', scale: 2 },
        { key: 'profit', label: { zh: '利润', en: 'Profit' }, type: 'decimal', scale: 2 },
      ]),
    );
  }
}

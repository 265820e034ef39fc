import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ImportResources, type ImportResource } from '../platform/imports/import-resource.js';

const ORDER: ImportResource = {
  resource: 'order',
  label: { zh: '订单', en: 'Order' },
  table: 'orders',
  audited: 'order',
  permission: 'order:import',
  key: ['number', 'customer', 'orderedOn'],
  otherKeys: [['number']],
  owned: true,
  hasRecycleBin: true,
  references: [
    { name: 'customer', resource: 'customer', column: 'customer_id' },
    { name: 'territory', resource: 'territory', column: 'territory_id' },
  ],
  fields: [
    {
      name: 'number',
      column: 'number',
      type: 'text',
      max: 60,
      label: { zh: '订单编号', en: 'Order number' },
      headers: ['订单 ID', '订单编号', '订单号', '单号', 'order id', 'orderid', 'order number'],
    },
    {
      name: 'orderedOn',
      column: 'ordered_on',
      type: 'date',
      label: { zh: '订单日期', en: 'Order date' },
      headers: ['订单日期', '下单日期', '订购日期', 'order date', 'orderdate'],
    },
    {
      name: 'shippedOn',
      column: 'shipped_on',
      type: 'date',
      label: { zh: '发货日期', en: 'Ship date' },
      headers: ['发货日期', '出货日期', 'ship date', 'shippeddate'],
    },
    {
      name: 'shipMode',
      column: 'ship_mode',
      type: 'text',
      max: 60,
      label: { zh: '运输方式', en: 'Ship mode' },
      headers: ['邮寄方式', '运输方式', '发货方式', 'ship mode', 'shipvia'],
    },
    {
      name: 'province',
      column: 'province',
      type: 'text',
      max: 60,
      otherwise: { field: 'customer.province', rule: 'as-is' },
      label: { zh: '收货省份', en: 'Ship-to province' },
      headers: ['收货省份'],
    },
    {
      name: 'city',
      column: 'city',
      type: 'text',
      max: 60,
      otherwise: { field: 'customer.city', rule: 'as-is' },
      label: { zh: '收货城市', en: 'Ship-to city' },
      headers: ['收货城市', 'shipcity'],
    },
  ],
};

const ORDER_LINE: ImportResource = {
  resource: 'order-line',
  label: { zh: '订单明细', en: 'Order line' },
  table: 'order_lines',
  audited: 'order-line',
  permission: 'order:import',
  key: ['order', 'lineNumber'],
  counted: { field: 'lineNumber', within: 'order' },
  anyOf: [['salesAmount', 'unitPrice']],
  references: [
    { name: 'order', resource: 'order', column: 'order_id' },
    { name: 'product', resource: 'product', column: 'product_id' },
  ],
  // Files give profit or cost, seldom both; one follows from the other.
  computed: {
    sales_amount: {
      sql: 'coalesce(f."salesAmount", round(f."unitPrice" * f."quantity" * (1 - coalesce(f."discountRate", 0)), 4))',
      from: ['salesAmount', 'unitPrice'],
    },
    cost_amount: {
      sql: 'coalesce(f."costAmount", f."salesAmount" - f."profit")',
      from: ['costAmount', 'profit'],
    },
  },
  fields: [
    {
      name: 'lineNumber',
      column: 'line_number',
      type: 'integer',
      label: { zh: '行号', en: 'Line number' },
      headers: ['行 ID', '行号', '序号', 'row id', 'line', 'line number'],
    },
    {
      name: 'quantity',
      column: 'quantity',
      type: 'decimal',
      scale: 3,
      required: true,
      label: { zh: '数量', en: 'Quantity' },
      headers: ['数量', 'quantity', 'qty'],
    },
    {
      name: 'salesAmount',
      column: 'sales_amount',
      type: 'decimal',
      scale: 4,
      label: { zh: '销售额', en: 'Sales' },
      headers: ['销售额', '金额', '销售金额', 'sales', 'amount'],
    },
    {
      name: 'unitPrice',
      column: null,
      type: 'decimal',
      scale: 4,
      label: { zh: '单价', en: 'Unit price' },
      headers: ['单价', '价格', '销售单价', 'unit price', 'unitprice', 'unit_price'],
    },
    {
      name: 'discountRate',
      column: 'discount_rate',
      type: 'rate',
      whenEmpty: '0',
      label: { zh: '折扣', en: 'Discount' },
      headers: ['折扣', '折扣率', 'discount'],
    },
    {
      name: 'profit',
      column: null,
      type: 'decimal',
      scale: 4,
      label: { zh: '利润', en: 'Profit' },
      headers: ['利润', '毛利', 'profit'],
    },
    {
      name: 'costAmount',
      column: null,
      type: 'decimal',
      scale: 4,
      label: { zh: '成本', en: 'Cost' },
      headers: ['成本', '成本金额', 'cost'],
    },
  ],
};

@Injectable()
export class ContractImports implements OnModuleInit {
  constructor(private readonly resources: ImportResources) {}

  onModuleInit(): void {
    this.resources.register(ORDER, ORDER_LINE);
  }
}

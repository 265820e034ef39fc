import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import {
  ImportResources,
  type ImportRefusal,
  type ImportResource,
} from '../../platform/imports/import-resource.js';

const notNegative = (value: string) =>
  value.startsWith('-') ? { code: 'import.negative', params: {} } : undefined;

const PRICE_TABLE: ImportResource = {
  resource: 'price-table',
  label: { zh: '价格表', en: 'Price table' },
  table: 'price_tables',
  audited: 'price-table',
  permission: 'price-revision:create',
  key: ['name'],
  hasRecycleBin: true,
  isLookUpOnly: true,
  fields: [
    {
      name: 'name',
      column: 'name',
      type: 'text',
      max: 80,
      label: { zh: '价格表', en: 'Price table' },
      headers: ['价格表', '价格表名称', 'price table', 'price list'],
    },
  ],
};

const REVISION: ImportResource = {
  resource: 'price-revision',
  label: { zh: '调价单', en: 'Price revision' },
  table: 'price_revisions',
  audited: 'price-revision',
  permission: 'price-revision:create',
  key: ['number'],
  hasRecycleBin: true,
  isLookUpOnly: true,
  fields: [
    {
      name: 'number',
      column: 'number',
      type: 'text',
      max: 60,
      label: { zh: '调价单号', en: 'Revision number' },
      headers: ['调价单号', '调价单', '调价单编号', 'revision number', 'revision'],
    },
  ],
};

/** What stands in a revision under review is being reviewed; and a revision is its keeper's. */
function refusals(actor: Actor): ImportRefusal[] {
  const revision = `(select r.state from price_revisions r where r.id = f."revision")`;
  const closed = {
    code: 'import.revision-closed',
    sql: `${revision} not in ('draft', 'returned')`,
    values: [],
  };
  if (actor.permissions.get('price-revision:create') === 'all') return [closed];
  const sql = `not exists (select 1 from price_revisions r where r.id = f."revision" and r.owner_id = $2::uuid)`;
  return [closed, { code: 'import.not-yours', sql, values: [actor.id] }];
}

const LINE: ImportResource = {
  resource: 'price-revision-line',
  label: { zh: '调价明细', en: 'Price revision line' },
  table: 'price_revision_lines',
  audited: 'price-revision-line',
  permission: 'price-revision:create',
  key: ['revision', 'table', 'product', 'unit', 'minQuantity'],
  otherKeys: [['revision', 'table', 'product']],
  refersTo: ['price-revision', 'price-table', 'product'],
  references: [
    { name: 'revision', resource: 'price-revision', column: 'revision_id' },
    { name: 'table', resource: 'price-table', column: 'table_id' },
    { name: 'product', resource: 'product', column: 'product_id' },
  ],
  onCreate: {
    unit: `(select coalesce(p.unit, '') from products p where p.id = f."product")`,
    min_quantity: '0',
  },
  refuses: refusals,
  fields: [
    {
      name: 'unit',
      column: 'unit',
      type: 'text',
      max: 20,
      isGenerated: true,
      emptyStandsFor: `(select coalesce(p.unit, '') from products p where p.id = {product})`,
      label: { zh: '计价单位', en: 'Price unit' },
      headers: ['计价单位', 'price unit'],
    },
    {
      name: 'minQuantity',
      column: 'min_quantity',
      type: 'decimal',
      scale: 3,
      isGenerated: true,
      emptyStandsFor: '0',
      check: notNegative,
      label: { zh: '起订量', en: 'From quantity' },
      headers: ['起订量', '起始数量', '阶梯数量', 'from quantity', 'min quantity'],
    },
    {
      name: 'price',
      column: 'price',
      type: 'decimal',
      scale: 4,
      required: true,
      check: notNegative,
      label: { zh: '新价', en: 'New price' },
      headers: ['新价', '新价格', '调整后价格', '调后价', 'new price'],
    },
    {
      name: 'floorPrice',
      column: 'floor_price',
      type: 'decimal',
      scale: 4,
      check: notNegative,
      label: { zh: '最低限价', en: 'Floor price' },
      headers: ['最低限价', '最低价', '底价', 'floor price'],
    },
    {
      name: 'note',
      column: 'note',
      type: 'text',
      max: 500,
      label: { zh: '调价备注', en: 'Line note' },
      headers: ['调价备注', '调价说明', 'line note'],
    },
  ],
};

@Injectable()
export class RevisionLineImports implements OnModuleInit {
  constructor(private readonly resources: ImportResources) {}

  onModuleInit(): void {
    this.resources.register(PRICE_TABLE, REVISION, LINE);
  }
}

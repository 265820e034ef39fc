import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IllegalActionError } from '../platform/errors/common.errors.js';
import { Recyclables, type Recyclable } from '../platform/recycle-bin/recyclable.js';
import { PriceTableInUseError } from './tables/price-table.errors.js';

const PRODUCT: Recyclable = {
  resource: 'product',
  label: { zh: '产品', en: 'Product' },
  table: 'products',
  title: 'r.name',
  subtitle: 'r.code',
  permission: 'product:change',
  readPermission: 'product:read',
  parts: [
    { table: 'product_units', column: 'product_id' },
    { table: 'competitor_prices', column: 'product_id' },
  ],
};

const PRICE_TABLE: Recyclable = {
  resource: 'price-table',
  label: { zh: '价格表', en: 'Price table' },
  table: 'price_tables',
  title: 'r.name',
  permission: 'price-table:manage',
  readPermission: 'price:read',
  parts: [{ table: 'price_table_audiences', column: 'table_id' }],
};

const PRICE_REVISION: Recyclable = {
  resource: 'price-revision',
  label: { zh: '调价单', en: 'Price revision' },
  table: 'price_revisions',
  title: 'r.title',
  subtitle: 'r.number',
  permission: 'price-revision:create',
  readPermission: 'price-revision:read',
  owner: 'r.owner_id',
  department: 'r.department_id',
  parts: [{ table: 'price_revision_lines', column: 'revision_id' }],
};

const PROMOTION: Recyclable = {
  resource: 'promotion',
  label: { zh: '促销', en: 'Promotion' },
  table: 'promotions',
  title: 'r.name',
  permission: 'promotion:manage',
  readPermission: 'promotion:read',
};

@Injectable()
export class PricingBin implements OnModuleInit {
  constructor(private readonly recyclables: Recyclables) {}

  onModuleInit(): void {
    this.recyclables.register(PRODUCT, PRICE_TABLE, PRICE_REVISION, PROMOTION);
    this.recyclables.keepWhile('price-revision', {
      table: 'price_revisions',
      column: 'id',
      condition: `state in ('in_review', 'approved')`,
      refusal: () => new IllegalActionError('price revision', 'delete', 'under review or approved'),
    });
    this.recyclables.keepWhile('price-table', {
      table: 'prices',
      column: 'table_id',
      condition: 'withdrawn_at is null and (upper_inf(valid) or upper(valid) > company_today())',
      refusal: (count) => new PriceTableInUseError(count),
    });
    this.recyclables.keepWhile('promotion', {
      table: 'promotions',
      column: 'id',
      condition: `state = 'active'`,
      refusal: () => new IllegalActionError('promotion', 'delete', 'active'),
    });
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { whenViolated } from '../platform/database/constraint-violations.js';
import { DuplicateRecordError } from '../platform/errors/common.errors.js';
import { Recyclables, type Recyclable } from '../platform/recycle-bin/recyclable.js';

const PRODUCT: Recyclable = {
  resource: 'product',
  label: { zh: '产品', en: 'Product' },
  table: 'products',
  title: 'r.name',
  subtitle: 'r.code',
  permission: 'product:change',
  readPermission: 'product:read',
};

whenViolated('uq_products_code_name', ({ value }) => new DuplicateRecordError('product', 'code', value));

@Injectable()
export class PricingBin implements OnModuleInit {
  constructor(private readonly recyclables: Recyclables) {}

  onModuleInit(): void {
    this.recyclables.register(PRODUCT);
  }
}

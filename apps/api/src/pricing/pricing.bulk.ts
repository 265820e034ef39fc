import { Injectable, type OnModuleInit } from '@nestjs/common';
import { BulkResources } from '../platform/bulk/bulk-resource.js';
import { ChangeProductDto } from './products/product.dto.js';
import { productList } from './products/product.list.js';
import { ProductsService } from './products/products.service.js';

/** What may be done to many products at once. */
@Injectable()
export class PricingBulk implements OnModuleInit {
  constructor(
    private readonly resources: BulkResources,
    private readonly products: ProductsService,
  ) {}

  onModuleInit(): void {
    this.resources.register({
      list: productList,
      label: { zh: '产品', en: 'Products' },
      title: 'name',
      actions: {
        change: {
          permission: 'product:change',
          values: {
            type: ChangeProductDto,
            fields: ['categoryId', 'brandId', 'unit', 'taxRate', 'isWithdrawn', 'custom'],
          },
          run: (id, values, version, actor) => this.products.change(id, values, version, actor),
        },
      },
    });
  }
}

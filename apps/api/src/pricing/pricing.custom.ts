import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CustomResources } from '../platform/custom-fields/custom-resource.js';
import { productList } from './products/product.list.js';

@Injectable()
export class PricingCustomFields implements OnModuleInit {
  constructor(private readonly resources: CustomResources) {}

  onModuleInit(): void {
    this.resources.register({
      resource: 'product',
      label: { zh: '产品', en: 'Products' },
      list: productList,
      changePermission: 'product:change',
      schemas: ['ProductDto', 'CreateProductDto', 'ChangeProductDto'],
      path: '/api/v1/products',
    });
  }
}

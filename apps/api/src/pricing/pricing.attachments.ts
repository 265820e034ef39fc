import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Attachables } from '../platform/attachments/attachable.js';
import { productList } from './products/product.list.js';
import { priceRevisionList } from './revisions/price-revision.list.js';

/** Data sheets of products, and what a price revision rests on. */
@Injectable()
export class PricingAttachments implements OnModuleInit {
  constructor(private readonly attachables: Attachables) {}

  onModuleInit(): void {
    this.attachables.register(
      {
        resource: 'product',
        label: { zh: '产品附件', en: 'File of a product' },
        list: productList,
        changePermission: 'product:change',
        title: 'p.name',
      },
      {
        resource: 'price-revision',
        label: { zh: '调价单附件', en: 'File of a price revision' },
        list: priceRevisionList,
        changePermission: 'price-revision:create',
        // What was reviewed stays what it rested on.
        changeWhen: `r.state in ('draft', 'returned')`,
        title: 'r.number',
      },
    );
  }
}

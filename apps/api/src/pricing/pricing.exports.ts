import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ExportSources } from '../platform/exports/export-source.js';
import { ListExports } from '../platform/exports/list-export.js';
import { productList } from './products/product.list.js';

@Injectable()
export class PricingExports implements OnModuleInit {
  constructor(
    private readonly sources: ExportSources,
    private readonly lists: ListExports,
  ) {}

  onModuleInit(): void {
    this.sources.register(
      this.lists.of(productList, { zh: '产品', en: 'Products' }, [
        'code',
        'name',
        { key: 'parentCategoryName', label: { zh: '上级类别', en: 'Category above' }, type: 'text' },
        { key: 'categoryName', field: 'category.name' },
        { key: 'brandName', field: 'brand.name' },
        'specification',
        'unit',
        { key: 'createdAt', label: { zh: '录入时间', en: 'Entered' }, type: 'datetime' },
      ]),
    );
  }
}

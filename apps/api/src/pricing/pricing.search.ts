import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SearchSources } from '../platform/search/search-sources.js';
import { productList } from './products/product.list.js';

@Injectable()
export class PricingSearch implements OnModuleInit {
  constructor(private readonly search: SearchSources) {}

  onModuleInit(): void {
    this.search.register({ list: productList, title: 'name', subtitle: 'code' });
  }
}

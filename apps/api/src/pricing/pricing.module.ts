import { Module } from '@nestjs/common';
import { PricingImports } from './pricing.imports.js';
import './pricing.permissions.js';
import { PricingSearch } from './pricing.search.js';
import { ProductsController } from './products/products.controller.js';

@Module({ controllers: [ProductsController], providers: [PricingImports, PricingSearch] })
export class PricingModule {}

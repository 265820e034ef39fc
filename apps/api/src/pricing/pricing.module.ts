import { Module } from '@nestjs/common';
import { PricingCustomFields } from './pricing.custom.js';
import { PricingBin } from './pricing.bin.js';
import { PricingExports } from './pricing.exports.js';
import { PricingImports } from './pricing.imports.js';
import './pricing.permissions.js';
import { PricingSearch } from './pricing.search.js';
import { ProductsController } from './products/products.controller.js';

@Module({
  controllers: [ProductsController],
  providers: [PricingBin, PricingCustomFields, PricingExports, PricingImports, PricingSearch],
})
export class PricingModule {}

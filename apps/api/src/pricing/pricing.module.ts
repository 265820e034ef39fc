import { Module } from '@nestjs/common';
import { PricingImports } from './pricing.imports.js';
import './pricing.permissions.js';
import { ProductsController } from './products/products.controller.js';

@Module({ controllers: [ProductsController], providers: [PricingImports] })
export class PricingModule {}

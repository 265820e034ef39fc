import { Module } from '@nestjs/common';
import './pricing.permissions.js';
import { ProductsController } from './products/products.controller.js';

@Module({ controllers: [ProductsController] })
export class PricingModule {}

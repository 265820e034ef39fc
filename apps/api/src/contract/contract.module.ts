import { Module } from '@nestjs/common';
import { ContractImports } from './contract.imports.js';
import './contract.permissions.js';
import { OrdersController } from './orders/orders.controller.js';

@Module({ controllers: [OrdersController], providers: [ContractImports] })
export class ContractModule {}

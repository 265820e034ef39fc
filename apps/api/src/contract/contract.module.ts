import { Module } from '@nestjs/common';
import { ContractExports } from './contract.exports.js';
import { ContractImports } from './contract.imports.js';
import './contract.permissions.js';
import { OrdersController } from './orders/orders.controller.js';

@Module({ controllers: [OrdersController], providers: [ContractImports, ContractExports] })
export class ContractModule {}

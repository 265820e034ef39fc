import { Module } from '@nestjs/common';
import { ContractCustomFields } from './contract.custom.js';
import { ContractBin } from './contract.bin.js';
import { ContractExports } from './contract.exports.js';
import { ContractHandOver } from './contract.hand-over.js';
import { CustomerModule } from '../customer/index.js';
import { ContractImports } from './contract.imports.js';
import './contract.permissions.js';
import { ContractTimeline } from './contract.timeline.js';
import { OrdersController } from './orders/orders.controller.js';

@Module({
  imports: [CustomerModule],
  controllers: [OrdersController],
  providers: [
    ContractBin,
    ContractCustomFields,
    ContractImports,
    ContractExports,
    ContractHandOver,
    ContractTimeline,
  ],
})
export class ContractModule {}

import { Module } from '@nestjs/common';
import './contract.permissions.js';
import { OrdersController } from './orders/orders.controller.js';

@Module({ controllers: [OrdersController] })
export class ContractModule {}

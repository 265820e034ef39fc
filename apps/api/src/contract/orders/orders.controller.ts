import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import { RecordNotFoundError } from '../../platform/errors/common.errors.js';
import { Operation } from '../../platform/http/operation.js';
import { HasIdParam, IdParam } from '../../platform/http/parameters.js';
import {
  CountOperation,
  ListCountDto,
  ListOperation,
  ListQuery,
  SumsOperation,
} from '../../platform/lists/list-operation.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import { Lists, type Page } from '../../platform/lists/lists.js';
import { OrderDto, OrderLineDto, OrderWithLinesDto } from './order.dto.js';
import { orderLineList, orderList } from './order.list.js';

@ApiTags('orders')
@Controller('orders')
export class OrdersController {
  constructor(private readonly lists: Lists) {}

  @Get()
  @ListOperation(orderList, OrderDto, 'List orders')
  listOrders(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<Page<OrderDto>> {
    return this.lists.page(orderList, query, actor);
  }

  @Get('count')
  @CountOperation(orderList, 'Count orders')
  countOrders(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<ListCountDto> {
    return this.lists.count(orderList, query, actor);
  }

  @Get('sums')
  @SumsOperation(orderList, 'Sum up orders')
  sumOrders(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<Record<string, string>> {
    return this.lists.sums(orderList, query, actor);
  }

  @Get(':id')
  @HasIdParam()
  @Operation({
    summary: 'Read one order with its lines',
    access: 'order:read',
    returns: OrderWithLinesDto,
    errors: [RecordNotFoundError],
  })
  async readOrder(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<OrderWithLinesDto> {
    const order = await this.lists.one<OrderDto>(orderList, id, actor);
    const lines = await this.lists.page<OrderLineDto>(orderLineList, { orderId: id, limit: '200' }, actor);
    return { ...order, lines: lines.items };
  }
}

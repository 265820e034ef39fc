import { Controller, Delete, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import { RecordNotFoundError, StaleVersionError } from '../../platform/errors/common.errors.js';
import { Operation } from '../../platform/http/operation.js';
import { HasIdParam, HasIfMatch, IdParam, IfMatch } from '../../platform/http/parameters.js';
import {
  CountOperation,
  ListCountDto,
  ListOperation,
  ListQuery,
  SumsOperation,
} from '../../platform/lists/list-operation.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import { Lists, type Page } from '../../platform/lists/lists.js';
import { RecycleBin } from '../../platform/recycle-bin/recycle-bin.js';
import { OrderDto, OrderLineDto, OrderWithLinesDto } from './order.dto.js';
import { orderLineList, orderList } from './order.list.js';

@ApiTags('orders')
@Controller('orders')
export class OrdersController {
  constructor(
    private readonly lists: Lists,
    private readonly bin: RecycleBin,
  ) {}

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

  @Delete(':id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Put an order into the recycle bin',
    access: 'order:delete',
    status: 204,
    errors: [RecordNotFoundError, StaleVersionError],
  })
  deleteOrder(
    @IdParam() id: string,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.bin.put('order', id, version, actor);
  }
}

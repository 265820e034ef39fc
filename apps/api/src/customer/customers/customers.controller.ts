import { Body, Controller, Delete, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import {
  DuplicateRecordError,
  RecordNotFoundError,
  StaleVersionError,
} from '../../platform/errors/common.errors.js';
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
import { ChangeCustomerDto, CreateCustomerDto, CustomerDto } from './customer.dto.js';
import { customerList } from './customer.list.js';
import { YearlySalesListDto } from './yearly-sales.dto.js';
import { CustomersService, withAllowedActions } from './customers.service.js';

@ApiTags('customers')
@Controller('customers')
export class CustomersController {
  constructor(
    private readonly customers: CustomersService,
    private readonly lists: Lists,
    private readonly bin: RecycleBin,
  ) {}

  @Get()
  @ListOperation(customerList, CustomerDto, 'List customers')
  async listCustomers(
    @ListQuery() query: RawQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<CustomerDto>> {
    const page = await this.lists.page<CustomerDto>(customerList, query, actor);
    return { ...page, items: page.items.map((customer) => withAllowedActions(customer, actor)) };
  }

  @Get('count')
  @CountOperation(customerList, 'Count customers')
  countCustomers(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<ListCountDto> {
    return this.lists.count(customerList, query, actor);
  }

  @Get('sums')
  @SumsOperation(customerList, 'Sum up customers')
  sumCustomers(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<Record<string, string>> {
    return this.lists.sums(customerList, query, actor);
  }

  @Post()
  @Operation({
    summary: 'Enter a customer',
    access: 'customer:create',
    returns: CustomerDto,
    status: 201,
    errors: [DuplicateRecordError],
  })
  createCustomer(@Body() dto: CreateCustomerDto, @CurrentActor() actor: Actor): Promise<CustomerDto> {
    return this.customers.create(dto, actor);
  }

  @Get(':id')
  @HasIdParam()
  @Operation({
    summary: 'Read one customer',
    access: 'customer:read',
    returns: CustomerDto,
    errors: [RecordNotFoundError],
  })
  readCustomer(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<CustomerDto> {
    return this.customers.read(id, actor);
  }

  @Patch(':id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Change a customer',
    access: 'customer:change',
    returns: CustomerDto,
    errors: [RecordNotFoundError, StaleVersionError, DuplicateRecordError],
  })
  changeCustomer(
    @IdParam() id: string,
    @Body() dto: ChangeCustomerDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<CustomerDto> {
    return this.customers.change(id, dto, version, actor);
  }

  @Delete(':id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Put a customer into the recycle bin',
    access: 'customer:delete',
    status: 204,
    errors: [RecordNotFoundError, StaleVersionError],
  })
  deleteCustomer(
    @IdParam() id: string,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.bin.put('customer', id, version, actor);
  }

  @Get(':id/yearly-sales')
  @HasIdParam()
  @Operation({
    summary: "Read a customer's sales year by year",
    access: 'customer:read',
    returns: YearlySalesListDto,
    errors: [RecordNotFoundError],
  })
  readYearlySales(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<YearlySalesListDto> {
    return this.customers.yearlySales(id, actor);
  }
}

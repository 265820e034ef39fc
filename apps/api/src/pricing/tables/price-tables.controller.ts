import { Body, Controller, Delete, Get, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import {
  DuplicateRecordError,
  RecordInUseError,
  RecordNotFoundError,
  StaleVersionError,
} from '../../platform/errors/common.errors.js';
import { Operation } from '../../platform/http/operation.js';
import { HasIdParam, HasIfMatch, IdParam, IfMatch } from '../../platform/http/parameters.js';
import { ListOperation, ListQuery } from '../../platform/lists/list-operation.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import { Lists, type Page } from '../../platform/lists/lists.js';
import { RecycleBin } from '../../platform/recycle-bin/recycle-bin.js';
import {
  ChangePriceTableDto,
  ChangePriceTableKindDto,
  CreatePriceTableDto,
  CreatePriceTableKindDto,
  PriceAccessDto,
  PriceAccessRulesDto,
  PriceTableDto,
  PriceTableKindDto,
} from './price-table.dto.js';
import { PriceAccessService } from './price-access.service.js';
import { BuiltInKindError } from './price-table.errors.js';
import { priceTableList } from './price-table.list.js';
import { PriceTablesService, withAllowedActions } from './price-tables.service.js';

@ApiTags('pricing')
@Controller()
export class PriceTablesController {
  constructor(
    private readonly tables: PriceTablesService,
    private readonly access: PriceAccessService,
    private readonly lists: Lists,
    private readonly bin: RecycleBin,
  ) {}

  @Get('price-table-kinds')
  @Operation({
    summary: 'List the kinds of price tables',
    access: 'price:read',
    returns: [PriceTableKindDto],
  })
  listPriceTableKinds(): Promise<PriceTableKindDto[]> {
    return this.tables.kinds();
  }

  @Post('price-table-kinds')
  @Operation({
    summary: 'Add a kind of price tables',
    access: 'price-table:manage',
    returns: PriceTableKindDto,
    status: 201,
    errors: [DuplicateRecordError],
  })
  createPriceTableKind(
    @Body() dto: CreatePriceTableKindDto,
    @CurrentActor() actor: Actor,
  ): Promise<PriceTableKindDto> {
    return this.tables.createKind(dto, actor);
  }

  @Patch('price-table-kinds/:id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Rename a kind of price tables',
    access: 'price-table:manage',
    returns: PriceTableKindDto,
    errors: [RecordNotFoundError, StaleVersionError],
  })
  changePriceTableKind(
    @IdParam() id: string,
    @Body() dto: ChangePriceTableKindDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<PriceTableKindDto> {
    return this.tables.changeKind(id, dto, version, actor);
  }

  @Delete('price-table-kinds/:id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Remove a kind that no price table has',
    access: 'price-table:manage',
    status: 204,
    errors: [RecordNotFoundError, StaleVersionError, RecordInUseError, BuiltInKindError],
  })
  deletePriceTableKind(
    @IdParam() id: string,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.tables.deleteKind(id, version, actor);
  }

  @Get('price-tables')
  @ListOperation(priceTableList, PriceTableDto, 'List the price tables you may ask')
  async listPriceTables(
    @ListQuery() query: RawQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<PriceTableDto>> {
    const page = await this.lists.page<PriceTableDto>(priceTableList, query, actor);
    return { ...page, items: page.items.map((table) => withAllowedActions(table, actor)) };
  }

  @Post('price-tables')
  @Operation({
    summary: 'Set up a price table',
    access: 'price-table:manage',
    returns: PriceTableDto,
    status: 201,
    errors: [DuplicateRecordError],
  })
  createPriceTable(@Body() dto: CreatePriceTableDto, @CurrentActor() actor: Actor): Promise<PriceTableDto> {
    return this.tables.create(dto, actor);
  }

  @Get('price-tables/:id')
  @HasIdParam()
  @Operation({
    summary: 'Read one price table',
    access: 'price:read',
    returns: PriceTableDto,
    errors: [RecordNotFoundError],
  })
  readPriceTable(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<PriceTableDto> {
    return this.tables.read(id, actor);
  }

  @Patch('price-tables/:id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Change a price table and whom it is for',
    access: 'price-table:manage',
    returns: PriceTableDto,
    errors: [RecordNotFoundError, StaleVersionError, DuplicateRecordError],
  })
  changePriceTable(
    @IdParam() id: string,
    @Body() dto: ChangePriceTableDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<PriceTableDto> {
    return this.tables.change(id, dto, version, actor);
  }

  @Delete('price-tables/:id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Put a price table into the recycle bin',
    access: 'price-table:manage',
    status: 204,
    errors: [RecordNotFoundError, StaleVersionError],
  })
  deletePriceTable(
    @IdParam() id: string,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.bin.put('price-table', id, version, actor);
  }

  @Get('price-access-rules')
  @Operation({
    summary: 'Read who sees which price tables',
    access: 'price-table:manage',
    returns: PriceAccessDto,
  })
  readPriceAccessRules(): Promise<PriceAccessDto> {
    return this.access.rules();
  }

  @Put('price-access-rules')
  @Operation({
    summary: 'Replace the rules of who sees which price tables',
    access: 'price-table:manage',
    returns: PriceAccessDto,
  })
  replacePriceAccessRules(
    @Body() dto: PriceAccessRulesDto,
    @CurrentActor() actor: Actor,
  ): Promise<PriceAccessDto> {
    return this.access.replace(dto, actor);
  }
}

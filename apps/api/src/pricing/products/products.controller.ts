import { Body, Controller, Delete, Get, Patch, Post, Put } from '@nestjs/common';
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
} from '../../platform/lists/list-operation.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import { Lists, type Page } from '../../platform/lists/lists.js';
import { RecycleBin } from '../../platform/recycle-bin/recycle-bin.js';
import { ChangeProductDto, CreateProductDto, ProductDto, ProductUnitsDto } from './product.dto.js';
import { productList } from './product.list.js';
import { ProductsService, withAllowedActions } from './products.service.js';

@ApiTags('products')
@Controller('products')
export class ProductsController {
  constructor(
    private readonly products: ProductsService,
    private readonly lists: Lists,
    private readonly bin: RecycleBin,
  ) {}

  @Get()
  @ListOperation(productList, ProductDto, 'List products')
  async listProducts(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<Page<ProductDto>> {
    const page = await this.lists.page<ProductDto>(productList, query, actor);
    return { ...page, items: page.items.map((product) => withAllowedActions(product, actor)) };
  }

  @Get('count')
  @CountOperation(productList, 'Count products')
  countProducts(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<ListCountDto> {
    return this.lists.count(productList, query, actor);
  }

  @Post()
  @Operation({
    summary: 'Enter a product',
    access: 'product:change',
    returns: ProductDto,
    status: 201,
    errors: [DuplicateRecordError],
  })
  createProduct(@Body() dto: CreateProductDto, @CurrentActor() actor: Actor): Promise<ProductDto> {
    return this.products.create(dto, actor);
  }

  @Get(':id')
  @HasIdParam()
  @Operation({
    summary: 'Read one product',
    access: 'product:read',
    returns: ProductDto,
    errors: [RecordNotFoundError],
  })
  readProduct(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<ProductDto> {
    return this.products.read(id, actor);
  }

  @Patch(':id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Change a product, withdraw it from the offer or offer it again',
    access: 'product:change',
    returns: ProductDto,
    errors: [RecordNotFoundError, StaleVersionError, DuplicateRecordError],
  })
  changeProduct(
    @IdParam() id: string,
    @Body() dto: ChangeProductDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<ProductDto> {
    return this.products.change(id, dto, version, actor);
  }

  @Delete(':id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Put a product into the recycle bin',
    access: 'product:change',
    status: 204,
    errors: [RecordNotFoundError, StaleVersionError],
  })
  deleteProduct(
    @IdParam() id: string,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.bin.put('product', id, version, actor);
  }

  @Get(':id/units')
  @HasIdParam()
  @Operation({
    summary: 'Read the other units of a product',
    access: 'product:read',
    returns: ProductUnitsDto,
    errors: [RecordNotFoundError],
  })
  readProductUnits(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<ProductUnitsDto> {
    return this.products.units(id, actor);
  }

  @Put(':id/units')
  @HasIdParam()
  @Operation({
    summary: 'Replace the other units of a product',
    access: 'product:change',
    returns: ProductUnitsDto,
    errors: [RecordNotFoundError, DuplicateRecordError],
  })
  replaceProductUnits(
    @IdParam() id: string,
    @Body() dto: ProductUnitsDto,
    @CurrentActor() actor: Actor,
  ): Promise<ProductUnitsDto> {
    return this.products.replaceUnits(id, dto, actor);
  }
}

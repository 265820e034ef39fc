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
import {
  BrandDto,
  CategoryDto,
  ChangeCategoryDto,
  CreateBrandDto,
  CreateCategoryDto,
  PriceBandsDto,
} from './catalogue.dto.js';
import { brandList, categoryList } from './catalogue.list.js';
import { CatalogueService } from './catalogue.service.js';

@ApiTags('products')
@Controller()
export class CatalogueController {
  constructor(
    private readonly catalogue: CatalogueService,
    private readonly lists: Lists,
  ) {}

  @Get('product-categories')
  @ListOperation(categoryList, CategoryDto, 'List product categories')
  listProductCategories(
    @ListQuery() query: RawQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<CategoryDto>> {
    return this.lists.page(categoryList, query, actor);
  }

  @Post('product-categories')
  @Operation({
    summary: 'Add a product category',
    access: 'product:change',
    returns: CategoryDto,
    status: 201,
    errors: [DuplicateRecordError],
  })
  createProductCategory(@Body() dto: CreateCategoryDto, @CurrentActor() actor: Actor): Promise<CategoryDto> {
    return this.catalogue.createCategory(dto, actor);
  }

  @Patch('product-categories/:id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Rename or move a product category',
    access: 'product:change',
    returns: CategoryDto,
    errors: [RecordNotFoundError, StaleVersionError, DuplicateRecordError],
  })
  changeProductCategory(
    @IdParam() id: string,
    @Body() dto: ChangeCategoryDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<CategoryDto> {
    return this.catalogue.changeCategory(id, dto, version, actor);
  }

  @Delete('product-categories/:id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Remove a product category that nothing is in',
    access: 'product:change',
    status: 204,
    errors: [RecordNotFoundError, StaleVersionError, RecordInUseError],
  })
  deleteProductCategory(
    @IdParam() id: string,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.catalogue.deleteCategory(id, version, actor);
  }

  @Get('brands')
  @ListOperation(brandList, BrandDto, 'List brands')
  listBrands(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<Page<BrandDto>> {
    return this.lists.page(brandList, query, actor);
  }

  @Post('brands')
  @Operation({
    summary: 'Add a brand',
    access: 'product:change',
    returns: BrandDto,
    status: 201,
    errors: [DuplicateRecordError],
  })
  createBrand(@Body() dto: CreateBrandDto, @CurrentActor() actor: Actor): Promise<BrandDto> {
    return this.catalogue.createBrand(dto, actor);
  }

  @Patch('brands/:id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Rename a brand',
    access: 'product:change',
    returns: BrandDto,
    errors: [RecordNotFoundError, StaleVersionError, DuplicateRecordError],
  })
  changeBrand(
    @IdParam() id: string,
    @Body() dto: CreateBrandDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<BrandDto> {
    return this.catalogue.changeBrand(id, dto, version, actor);
  }

  @Get('price-bands')
  @Operation({ summary: 'Read the price bands', access: 'product:read', returns: PriceBandsDto })
  readPriceBands(): Promise<PriceBandsDto> {
    return this.catalogue.bands();
  }

  @Put('price-bands')
  @Operation({
    summary: 'Replace the price bands',
    access: 'product:change',
    returns: PriceBandsDto,
    errors: [DuplicateRecordError],
  })
  replacePriceBands(@Body() dto: PriceBandsDto, @CurrentActor() actor: Actor): Promise<PriceBandsDto> {
    return this.catalogue.replaceBands(dto, actor);
  }
}

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
} from '../../platform/lists/list-operation.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import { Lists, type Page } from '../../platform/lists/lists.js';
import { RecycleBin } from '../../platform/recycle-bin/recycle-bin.js';
import { BrandDto, CategoryDto, ProductDto } from './product.dto.js';
import { brandList, categoryList, productList } from './product.list.js';

@ApiTags('products')
@Controller()
export class ProductsController {
  constructor(
    private readonly lists: Lists,
    private readonly bin: RecycleBin,
  ) {}

  @Get('products')
  @ListOperation(productList, ProductDto, 'List products')
  listProducts(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<Page<ProductDto>> {
    return this.lists.page(productList, query, actor);
  }

  @Get('products/count')
  @CountOperation(productList, 'Count products')
  countProducts(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<ListCountDto> {
    return this.lists.count(productList, query, actor);
  }

  @Get('products/:id')
  @HasIdParam()
  @Operation({
    summary: 'Read one product',
    access: 'product:read',
    returns: ProductDto,
    errors: [RecordNotFoundError],
  })
  readProduct(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<ProductDto> {
    return this.lists.one(productList, id, actor);
  }

  @Delete('products/:id')
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

  @Get('product-categories')
  @ListOperation(categoryList, CategoryDto, 'List product categories')
  listProductCategories(
    @ListQuery() query: RawQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<CategoryDto>> {
    return this.lists.page(categoryList, query, actor);
  }

  @Get('brands')
  @ListOperation(brandList, BrandDto, 'List brands')
  listBrands(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<Page<BrandDto>> {
    return this.lists.page(brandList, query, actor);
  }
}

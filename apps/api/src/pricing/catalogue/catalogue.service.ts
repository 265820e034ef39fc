import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { lockRecord } from '../../platform/database/lock-record.js';
import { Rows } from '../../platform/database/rows.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { InvalidInputError } from '../../platform/errors/common.errors.js';
import { Lists } from '../../platform/lists/lists.js';
import type {
  BrandDto,
  CategoryDto,
  ChangeCategoryDto,
  CreateBrandDto,
  CreateCategoryDto,
  PriceBandsDto,
} from './catalogue.dto.js';
import { Brand, ProductCategory } from './catalogue.entity.js';
import './catalogue.errors.js';
import { brandList, categoryList } from './catalogue.list.js';

const BANDS = `select name, price_text(lower(amounts)) as "from", price_text(upper(amounts)) as "to" from price_bands order by amounts`;

/** What products are sorted by: the tree of categories, brands, price bands. What is still used is not removed. */
@Injectable()
export class CatalogueService {
  constructor(
    private readonly rows: Rows,
    private readonly work: UnitOfWork,
    private readonly lists: Lists,
  ) {}

  async createCategory(dto: CreateCategoryDto, actor: Actor): Promise<CategoryDto> {
    const id = await this.work.run(actor, 'product-category.create', async (unit) => {
      const inserted = await unit.manager.insert(ProductCategory, dto);
      const categoryId = inserted.identifiers[0]!.id as string;
      announce(unit, 'product-category.created', 'product-category', categoryId);
      return categoryId;
    });
    return this.lists.one(categoryList, id, actor);
  }

  async changeCategory(
    id: string,
    dto: ChangeCategoryDto,
    version: number | undefined,
    actor: Actor,
  ): Promise<CategoryDto> {
    await this.work.run(actor, 'product-category.change', async (unit) => {
      // Two moves at once could close a circle that neither of them sees.
      if (dto.parentId) await unit.query(`select pg_advisory_xact_lock(hashtext('product_categories'))`);
      const category = await lockRecord(unit, ProductCategory, 'category', id, { version });
      Object.assign(category, dto, { updatedAt: new Date() });
      await unit.manager.save(category);
      announce(unit, 'product-category.changed', 'product-category', id);
    });
    return this.lists.one(categoryList, id, actor);
  }

  async deleteCategory(id: string, version: number | undefined, actor: Actor): Promise<void> {
    await this.work.run(actor, 'product-category.delete', async (unit) => {
      const category = await lockRecord(unit, ProductCategory, 'category', id, { version });
      await unit.manager.remove(category);
      announce(unit, 'product-category.deleted', 'product-category', id);
    });
  }

  async createBrand(dto: CreateBrandDto, actor: Actor): Promise<BrandDto> {
    const id = await this.work.run(actor, 'brand.create', async (unit) => {
      const inserted = await unit.manager.insert(Brand, dto);
      const brandId = inserted.identifiers[0]!.id as string;
      announce(unit, 'brand.created', 'brand', brandId);
      return brandId;
    });
    return this.lists.one(brandList, id, actor);
  }

  async changeBrand(
    id: string,
    dto: CreateBrandDto,
    version: number | undefined,
    actor: Actor,
  ): Promise<BrandDto> {
    await this.work.run(actor, 'brand.change', async (unit) => {
      const brand = await lockRecord(unit, Brand, 'brand', id, { version });
      Object.assign(brand, dto, { updatedAt: new Date() });
      await unit.manager.save(brand);
      announce(unit, 'brand.changed', 'brand', id);
    });
    return this.lists.one(brandList, id, actor);
  }

  async bands(): Promise<PriceBandsDto> {
    return { items: await this.rows.all(BANDS) };
  }

  /** All at once, so that no moment has an overlap or a hole that nobody wanted. */
  async replaceBands({ items }: PriceBandsDto, actor: Actor): Promise<PriceBandsDto> {
    const wrong = items.flatMap(({ from, to }, index) =>
      to !== null && Number(to) <= Number(from)
        ? [{ pointer: `/items/${index}/to`, rule: 'afterFrom', detail: 'A band ends above its beginning.' }]
        : [],
    );
    if (wrong.length > 0) throw new InvalidInputError(wrong);
    await this.work.run(actor, 'price-band.replace', async (unit) => {
      await unit.query('lock table price_bands in share row exclusive mode');
      await unit.query('delete from price_bands');
      await unit.query(
        `insert into price_bands (name, amounts) select name, numrange("from", "to") from jsonb_to_recordset($1) as n(name text, "from" numeric, "to" numeric)`,
        [JSON.stringify(items)],
      );
    });
    return this.bands();
  }
}

const announce = (unit: Unit, name: string, resource: string, recordId: string): void =>
  unit.emit({ name, resource, recordId, audience: { permission: 'product:read' } });

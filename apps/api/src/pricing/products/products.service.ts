import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../../platform/auth/actor.js';
import { CustomValues } from '../../platform/custom-fields/custom-values.js';
import { lockRecord } from '../../platform/database/lock-record.js';
import { Rows } from '../../platform/database/rows.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { InvalidInputError } from '../../platform/errors/common.errors.js';
import { Lists } from '../../platform/lists/lists.js';
import { pinyinInitials } from '../../platform/text/pinyin-initials.js';
import type { ChangeProductDto, CreateProductDto, ProductDto, ProductUnitsDto } from './product.dto.js';
import { Product } from './product.entity.js';
import './product.errors.js';
import { productList } from './product.list.js';

const UNITS = `select unit, factor::text as factor from product_units where product_id = $1 order by factor, unit`;

/** Life of a product: entered, changed, withdrawn from the offer and offered again; deleting is the recycle bin's. */
@Injectable()
export class ProductsService {
  constructor(
    private readonly rows: Rows,
    private readonly work: UnitOfWork,
    private readonly lists: Lists,
    private readonly custom: CustomValues,
  ) {}

  async read(id: string, actor: Actor): Promise<ProductDto> {
    return withAllowedActions(await this.lists.one<ProductDto>(productList, id, actor), actor);
  }

  async create(dto: CreateProductDto, actor: Actor): Promise<ProductDto> {
    const id = await this.work.run(actor, 'product.create', async (unit) => {
      const { custom: given, ...columns } = dto;
      const custom = this.custom.concerns('product', given)
        ? await this.custom.toStore({ resource: 'product', given: given ?? {} }, unit)
        : {};
      const initials = pinyinInitials(dto.name);
      const inserted = await unit.manager.insert(Product, { ...columns, initials, custom: custom as object });
      const productId = inserted.identifiers[0]!.id as string;
      announce(unit, 'product.created', productId);
      return productId;
    });
    return this.read(id, actor);
  }

  async change(
    id: string,
    dto: ChangeProductDto,
    version: number | undefined,
    actor: Actor,
  ): Promise<ProductDto> {
    await this.work.run(actor, 'product.change', async (unit) => {
      const product = await lockRecord(unit, Product, 'product', id, { version });
      const { custom: given, isWithdrawn, ...columns } = dto;
      if (columns.unit !== undefined && columns.unit !== product.unit) await refusePricedUnit(unit, product);
      Object.assign(product, columns);
      if (given)
        product.custom = await this.custom.toStore(
          { resource: 'product', given, kept: product.custom },
          unit,
        );
      if (isWithdrawn === true) product.withdrawnOn ??= await companyToday(unit);
      if (isWithdrawn === false) product.withdrawnOn = null;
      product.initials = pinyinInitials(product.name);
      product.updatedAt = new Date();
      await unit.manager.save(product);
      announce(unit, 'product.changed', id);
    });
    return this.read(id, actor);
  }

  async units(id: string, actor: Actor): Promise<ProductUnitsDto> {
    await this.lists.one(productList, id, actor);
    return { items: await this.rows.all(UNITS, [id]) };
  }

  /** The whole list at once: what is not named is taken away. */
  async replaceUnits(id: string, { items }: ProductUnitsDto, actor: Actor): Promise<ProductUnitsDto> {
    await this.work.run(actor, 'product.change', async (unit) => {
      const product = await lockRecord(unit, Product, 'product', id);
      refuseRepeated(items, product);
      await unit.query(`delete from product_units where product_id = $1 and unit <> all($2)`, [
        id,
        items.map((item) => item.unit),
      ]);
      await unit.query(
        `insert into product_units (product_id, unit, factor) select $1, unit, factor from jsonb_to_recordset($2) as n(unit text, factor numeric)
         on conflict (product_id, unit) do update set factor = excluded.factor, version = product_units.version + 1, updated_at = now()
           where product_units.factor <> excluded.factor`,
        [id, JSON.stringify(items)],
      );
      announce(unit, 'product.changed', id);
    });
    return this.units(id, actor);
  }
}

const companyToday = async (unit: Unit): Promise<string> =>
  (await unit.query<{ today: string }>('select company_today()::text as today'))[0]!.today;

function refuseRepeated(items: ProductUnitsDto['items'], product: Product): void {
  const known = [product.unit, ...items.map(({ unit }) => unit)];
  const repeated = items.flatMap(({ unit }, index) =>
    known.indexOf(unit) <= index
      ? [
          {
            pointer: `/items/${index}/unit`,
            rule: 'taken',
            detail: `"${unit}" is there already.`,
            params: { value: unit },
          },
        ]
      : [],
  );
  if (repeated.length > 0) throw new InvalidInputError(repeated);
}

/** Prices are per unit: under another unit they would mean something else. */
async function refusePricedUnit(unit: Unit, product: Product): Promise<void> {
  const [priced] = await unit.query(
    `select 1 from prices where product_id = $1 and unit = $2 union all select 1 from product_costs where product_id = $1 limit 1`,
    [product.id, product.unit ?? ''],
  );
  if (priced)
    throw new InvalidInputError([
      {
        pointer: '/unit',
        rule: 'unitPriced',
        detail: 'There are prices or costs per this unit. Add the other one as a further unit instead.',
      },
    ]);
}

const announce = (unit: Unit, name: string, recordId: string): void =>
  unit.emit({ name, resource: 'product', recordId, audience: { permission: 'product:read' } });

export function withAllowedActions(product: ProductDto, actor: Actor): ProductDto {
  const mayChange = may(actor, 'product:change');
  const offer = product.withdrawnOn ? 'reinstate' : 'withdraw';
  return Object.assign(product, { allowedActions: mayChange ? ['change', 'delete', offer] : [] });
}

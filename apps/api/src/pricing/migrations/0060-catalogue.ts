import { SqlMigration } from '../../platform/database/sql-migration.js';

export class Catalogue1761000000060 extends SqlMigration {
  readonly name = 'Catalogue1761000000060';
  protected readonly sql = `
    -- The day in the company's offices.
    create function company_today() returns date language sql stable parallel safe return (now() at time zone 'Asia/Shanghai')::date;
    -- A price as it is sent: two digits after the point, more only where they say something.
    create function price_text(price numeric) returns text language sql immutable parallel safe
      return round(price, greatest(2, scale(trim_scale(price))))::text;

    alter table products
      add column tax_rate numeric(6, 4) not null default 0.13 constraint ck_products_tax_rate check (tax_rate between 0 and 1),
      -- Withdrawn goods keep their prices and their history; they are only offered no more.
      add column withdrawn_on date,
      add column note text;

    alter table product_categories
      add constraint ck_product_categories_name check (name <> ''),
      add constraint ck_product_categories_parent check (parent_id <> id);
    create index ix_product_categories_parent on product_categories (parent_id);

    -- A category below itself would make every walk over the tree endless.
    create function refuse_circular_category() returns trigger language plpgsql as $$
    begin
      if exists (with recursive above as (
                   select c.id, c.parent_id from product_categories c where c.id = new.parent_id
                   union select c.id, c.parent_id from product_categories c join above on c.id = above.parent_id)
                 select 1 from above where id = new.id) then
        raise exception 'A category cannot lie below itself' using errcode = '23514', constraint = 'ck_product_categories_circle';
      end if;
      return new;
    end $$;
    create trigger product_categories_circle before update of parent_id on product_categories
      for each row when (new.parent_id is not null) execute function refuse_circular_category();

    -- Every category with itself and all above it.
    create view product_category_paths as
      with recursive path as (
        select c.id as category_id, c.id as above_id, c.parent_id, 0 as distance from product_categories c
        union all
        select p.category_id, c.id, c.parent_id, p.distance + 1 from path p join product_categories c on c.id = p.parent_id)
      select category_id, above_id, distance from path;

    -- Other units in which a product is sold: one of them is so many of its own.
    create table product_units (
      id         uuid not null default uuidv7() constraint pk_product_units primary key,
      product_id uuid not null constraint fk_product_units_product references products (id),
      unit       text not null constraint ck_product_units_unit check (unit <> ''),
      factor     numeric(18, 6) not null constraint ck_product_units_factor check (factor > 0),
      version    int not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint uq_product_units unique (product_id, unit)
    );

    -- What a product costs us per own unit, before tax, from day to day; never two costs on one day.
    create table product_costs (
      id         uuid not null default uuidv7() constraint pk_product_costs primary key,
      product_id uuid not null constraint fk_product_costs_product references products (id),
      cost       numeric(18, 4) not null constraint ck_product_costs_cost check (cost >= 0),
      valid      daterange not null constraint ck_product_costs_valid check (not isempty(valid) and not lower_inf(valid)),
      note       text,
      version    int not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint ex_product_costs_valid exclude using gist (product_id with =, valid with &&)
    );
    create index ix_product_costs_product on product_costs (product_id, lower(valid));

    -- Price bands of the statistics: which one a product is in follows from its price.
    create table price_bands (
      id         uuid not null default uuidv7() constraint pk_price_bands primary key,
      name       text not null constraint uq_price_bands_name unique constraint ck_price_bands_name check (name <> ''),
      amounts    numrange not null constraint ck_price_bands_amounts check (not isempty(amounts)),
      version    int not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint ex_price_bands_amounts exclude using gist (amounts with &&)
    );

    -- What others ask for the same goods, as heard on a day.
    create table competitor_prices (
      id          uuid not null default uuidv7() constraint pk_competitor_prices primary key,
      product_id  uuid not null constraint fk_competitor_prices_product references products (id),
      competitor  text not null constraint ck_competitor_prices_competitor check (competitor <> ''),
      price       numeric(18, 4) not null constraint ck_competitor_prices_price check (price >= 0),
      currency    text not null default 'CNY' constraint ck_competitor_prices_currency check (currency ~ '^[A-Z]{3}$'),
      observed_on date not null,
      note        text,
      version     int not null default 1,
      created_at  timestamptz not null default now(),
      updated_at  timestamptz not null default now(),
      constraint uq_competitor_prices unique (product_id, competitor, observed_on)
    );

    call audit_table('product_units', 'product-unit');
    call audit_table('product_costs', 'product-cost');
    call audit_table('price_bands', 'price-band');
    call audit_table('competitor_prices', 'competitor-price');

    select set_config('juke.context', '{"actorId": "00000000-0000-0000-0000-000000000000", "actorName": "system", "action": "system.upgrade"}', true);
    insert into price_bands (name, amounts) values
      ('低价', numrange(0, 100)), ('中价', numrange(100, 1000)), ('高价', numrange(1000, null));
  `;
}

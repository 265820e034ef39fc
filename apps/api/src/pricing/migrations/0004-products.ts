import { SqlMigration } from '../../platform/database/sql-migration.js';

export class Products1761000000004 extends SqlMigration {
  readonly name = 'Products1761000000004';
  protected readonly sql = `
    create table product_categories (
      id         uuid not null default uuidv7() constraint pk_product_categories primary key,
      name       text not null,
      parent_id  uuid constraint fk_product_categories_parent references product_categories (id),
      version    int not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint uq_product_categories_name unique nulls not distinct (parent_id, name)
    );

    create table brands (
      id         uuid not null default uuidv7() constraint pk_brands primary key,
      name       text not null constraint uq_brands_name unique,
      version    int not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    );

    create sequence product_numbers;

    -- Books of other systems use one code for several goods, so a product is known by code and name together.
    create table products (
      id            uuid not null default uuidv7() constraint pk_products primary key,
      code          text not null default 'P' || lpad(nextval('product_numbers')::text, 6, '0'),
      name          text not null constraint ck_products_name check (name <> ''),
      category_id   uuid constraint fk_products_category references product_categories (id),
      brand_id      uuid constraint fk_products_brand references brands (id),
      specification text,
      unit          text,
      initials      text not null default '',
      search_text   text not null generated always as (lower(name || ' ' || initials || ' ' || code)) stored,
      deleted_at    timestamptz,
      version       int not null default 1,
      created_at    timestamptz not null default now(),
      updated_at    timestamptz not null default now()
    );
    create unique index uq_products_code_name on products (code, name) where deleted_at is null;
    create index ix_products_category on products (category_id);
    create index ix_products_brand on products (brand_id);
    create index ix_products_created on products (created_at, id) where deleted_at is null;
    create index ix_products_search on products using gin (ngram2(search_text));

    call audit_table('product_categories', 'product-category');
    call audit_table('brands', 'brand');
    call audit_table('products', 'product', 'search_text,initials');
  `;
}

import { SqlMigration } from '../../platform/database/sql-migration.js';

export class PriceAccessPromotions1761000000062 extends SqlMigration {
  readonly name = 'PriceAccessPromotions1761000000062';
  protected readonly sql = `
    -- Which tables a role of ours, or a class of customers, sees, and in which ways it may ask. A kind, or one table of it.
    create table price_access_rules (
      id               uuid not null default uuidv7() constraint pk_price_access_rules primary key,
      role_id          uuid constraint fk_price_access_rules_role references roles (id) on delete cascade,
      class_dictionary text generated always as ('customer-class') stored,
      customer_class   text,
      kind             text not null constraint fk_price_access_rules_kind references price_table_kinds (code),
      table_id         uuid constraint fk_price_access_rules_table references price_tables (id) on delete cascade,
      ways             text[] not null constraint ck_price_access_rules_ways
                       check (cardinality(ways) > 0 and ways <@ array['product', 'category', 'brand', 'date', 'change', 'across']),
      version          int not null default 1,
      created_at       timestamptz not null default now(),
      updated_at       timestamptz not null default now(),
      constraint fk_price_access_rules_class foreign key (class_dictionary, customer_class) references dictionary_values (dictionary, code),
      constraint ck_price_access_rules_subject check (num_nonnulls(role_id, customer_class) = 1),
      constraint uq_price_access_rules unique nulls not distinct (role_id, customer_class, kind, table_id)
    );
    create index ix_price_access_rules_role on price_access_rules (role_id);

    -- Who among us sees which table, and in which ways: what the roles were given, the ways of the kind for a role that was given
    -- nothing, and everything for who keeps the tables.
    create view price_table_readers as
      select g.user_id, t.id as table_id, array_agg(distinct g.way) as ways
        from price_tables t
        join (select ur.user_id, r.kind, r.table_id, w.way
                from user_roles ur join price_access_rules r on r.role_id = ur.role_id cross join unnest(r.ways) as w(way)
              union all
              select ur.user_id, k.code, null, w.way
                from user_roles ur join role_permissions p on p.role_id = ur.role_id and p.permission = 'price:read'
               cross join price_table_kinds k cross join unnest(k.default_ways) as w(way)
               where not exists (select 1 from price_access_rules r where r.role_id = ur.role_id)
              union all
              select ur.user_id, k.code, null, w.way
                from user_roles ur join role_permissions p on p.role_id = ur.role_id and p.permission = 'price-table:manage'
               cross join price_table_kinds k
               cross join unnest(array['product', 'category', 'brand', 'date', 'change', 'across']) as w(way)) g
          on g.kind = t.kind and (g.table_id is null or g.table_id = t.id)
       where t.deleted_at is null
       group by g.user_id, t.id;

    create table promotions (
      id             uuid not null default uuidv7() constraint pk_promotions primary key,
      name           text not null constraint ck_promotions_name check (name <> ''),
      state          text not null default 'draft' constraint ck_promotions_state check (state in ('draft', 'active', 'ended')),
      valid          daterange not null constraint ck_promotions_valid check (not isempty(valid) and not lower_inf(valid)),
      -- Customer group: empty lists are for everybody.
      customer_classes text[] not null default '{}',
      territory_ids  uuid[] not null default '{}',
      customer_ids   uuid[] not null default '{}',
      -- Goods: empty lists are for all.
      product_ids    uuid[] not null default '{}',
      category_ids   uuid[] not null default '{}',
      brand_ids      uuid[] not null default '{}',
      method         text not null constraint ck_promotions_method check (method in ('percent', 'amount', 'fixed')),
      -- Percent off (0.05), amount off a unit, or the price itself.
      value          numeric(18, 4) not null constraint ck_promotions_value check (value >= 0 and (method <> 'percent' or value < 1)),
      min_quantity   numeric(18, 3) not null default 0 constraint ck_promotions_min_quantity check (min_quantity >= 0),
      -- Quantity that may be sold under it in all, and to one customer.
      total_limit    numeric(18, 3) constraint ck_promotions_total_limit check (total_limit > 0),
      customer_limit numeric(18, 3) constraint ck_promotions_customer_limit check (customer_limit > 0),
      note           text,
      deleted_at     timestamptz,
      deleted_by     uuid,
      version        int not null default 1,
      created_at     timestamptz not null default now(),
      updated_at     timestamptz not null default now()
    );
    create index ix_promotions_active on promotions using gist (valid) where state = 'active' and deleted_at is null;
    create index ix_promotions_created on promotions (created_at, id) where deleted_at is null;

    -- What was sold under a promotion, so that its limits can be kept.
    create table promotion_uses (
      id           uuid not null default uuidv7() constraint pk_promotion_uses primary key,
      promotion_id uuid not null constraint fk_promotion_uses_promotion references promotions (id),
      customer_id  uuid not null constraint fk_promotion_uses_customer references customers (id),
      quantity     numeric(18, 3) not null constraint ck_promotion_uses_quantity check (quantity <> 0),
      document     text not null,
      document_id  uuid not null,
      version      int not null default 1,
      created_at   timestamptz not null default now(),
      updated_at   timestamptz not null default now()
    );
    create index ix_promotion_uses_promotion on promotion_uses (promotion_id, customer_id);
    create index ix_promotion_uses_customer on promotion_uses (customer_id);

    -- A price below the floor or off the tables, asked for by somebody who may, with the reason; the contract review sees it.
    create table price_deviations (
      id             uuid not null default uuidv7() constraint pk_price_deviations primary key,
      customer_id    uuid not null constraint fk_price_deviations_customer references customers (id),
      product_id     uuid not null constraint fk_price_deviations_product references products (id),
      unit           text not null,
      quantity       numeric(18, 3) not null constraint ck_price_deviations_quantity check (quantity > 0),
      contract_kind  text not null,
      priced_on      date not null,
      currency       text not null,
      asked_price    numeric(18, 4) not null constraint ck_price_deviations_asked check (asked_price >= 0),
      -- As resolved at that moment; null where no table has a price.
      table_price    numeric(18, 4),
      floor_price    numeric(18, 4),
      price_id       uuid constraint fk_price_deviations_price references prices (id),
      kind           text not null constraint ck_price_deviations_kind check (kind in ('below-table', 'below-floor', 'off-table')),
      reason         text not null constraint ck_price_deviations_reason check (reason <> ''),
      owner_id       uuid not null constraint fk_price_deviations_owner references users (id),
      department_id  uuid constraint fk_price_deviations_department references departments (id),
      version        int not null default 1,
      created_at     timestamptz not null default now(),
      updated_at     timestamptz not null default now()
    );
    create index ix_price_deviations_customer on price_deviations (customer_id);
    create index ix_price_deviations_product on price_deviations (product_id);
    create index ix_price_deviations_created on price_deviations (created_at, id);

    call audit_table('price_access_rules', 'price-access-rule', 'class_dictionary');
    call audit_table('promotions', 'promotion');
    call audit_table('promotion_uses', 'promotion-use');
    call audit_table('price_deviations', 'price-deviation');
  `;
}

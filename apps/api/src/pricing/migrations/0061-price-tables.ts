import { SqlMigration } from '../../platform/database/sql-migration.js';

export class PriceTables1761000000061 extends SqlMigration {
  readonly name = 'PriceTables1761000000061';
  protected readonly sql = `
    -- Kinds are data. Five come with the product; the fifth, agreement prices, is our reading of a list that names four.
    create table price_table_kinds (
      id          uuid not null default uuidv7() constraint pk_price_table_kinds primary key,
      code        text not null constraint uq_price_table_kinds_code unique
                  constraint ck_price_table_kinds_code check (code ~ '^[a-z][a-z0-9-]*$'),
      label_zh    text not null constraint ck_price_table_kinds_label_zh check (label_zh <> ''),
      label_en    text not null constraint ck_price_table_kinds_label_en check (label_en <> ''),
      position    int not null default 0,
      is_built_in boolean not null default false,
      -- How a role may ask such tables while nothing was set for it.
      default_ways text[] not null default '{}' constraint ck_price_table_kinds_ways
                  check (default_ways <@ array['product', 'category', 'brand', 'date', 'change', 'across']),
      version     int not null default 1,
      created_at  timestamptz not null default now(),
      updated_at  timestamptz not null default now()
    );

    create table price_tables (
      id            uuid not null default uuidv7() constraint pk_price_tables primary key,
      name          text not null constraint ck_price_tables_name check (name <> ''),
      kind          text not null constraint fk_price_tables_kind references price_table_kinds (code),
      currency      text not null default 'CNY' constraint ck_price_tables_currency check (currency ~ '^[A-Z]{3}$'),
      tax_included  boolean not null default true,
      -- Of two tables that fit a customer equally well the higher one is asked first.
      priority      int not null default 0 constraint ck_price_tables_priority check (priority between -100 and 100),
      retired_on    date,
      note          text,
      deleted_at    timestamptz,
      deleted_by    uuid,
      version       int not null default 1,
      created_at    timestamptz not null default now(),
      updated_at    timestamptz not null default now()
    );
    create unique index uq_price_tables_name on price_tables (name) where deleted_at is null;
    create index ix_price_tables_kind on price_tables (kind);

    -- Whom a table is for: the conditions of one row must all hold, any row is enough; a table without rows is for everybody.
    create table price_table_audiences (
      id               uuid not null default uuidv7() constraint pk_price_table_audiences primary key,
      table_id         uuid not null constraint fk_price_table_audiences_table references price_tables (id),
      customer_id      uuid constraint fk_price_table_audiences_customer references customers (id),
      class_dictionary text generated always as ('customer-class') stored,
      customer_class   text,
      territory_id     uuid constraint fk_price_table_audiences_territory references territories (id),
      province         text,
      version          int not null default 1,
      created_at       timestamptz not null default now(),
      updated_at       timestamptz not null default now(),
      constraint fk_price_table_audiences_class foreign key (class_dictionary, customer_class) references dictionary_values (dictionary, code),
      constraint uq_price_table_audiences unique nulls not distinct (table_id, customer_id, customer_class, territory_id, province),
      constraint ck_price_table_audiences_any check (num_nonnulls(customer_id, customer_class, territory_id, province) > 0),
      constraint ck_price_table_audiences_customer check (customer_id is null or num_nonnulls(customer_class, territory_id, province) = 0)
    );
    create index ix_price_table_audiences_customer on price_table_audiences (customer_id);

    create table price_revisions (
      id             uuid not null default uuidv7() constraint pk_price_revisions primary key,
      number         text not null constraint uq_price_revisions_number unique,
      title          text not null constraint ck_price_revisions_title check (title <> ''),
      state          text not null default 'draft' constraint ck_price_revisions_state
                     check (state in ('draft', 'in_review', 'returned', 'approved', 'withdrawn')),
      effective_on   date not null,
      reason         text,
      -- Set when it takes effect before the day it is submitted on, which takes a permission of its own.
      backdating_reason text constraint ck_price_revisions_backdating check (backdating_reason <> ''),
      approved_at    timestamptz,
      withdrawn_at   timestamptz,
      owner_id       uuid not null constraint fk_price_revisions_owner references users (id),
      department_id  uuid constraint fk_price_revisions_department references departments (id),
      deleted_at     timestamptz,
      deleted_by     uuid,
      version        int not null default 1,
      created_at     timestamptz not null default now(),
      updated_at     timestamptz not null default now(),
      constraint ck_price_revisions_approved check ((state = 'approved') <= (approved_at is not null))
    );
    create index ix_price_revisions_created on price_revisions (created_at, id) where deleted_at is null;
    create index ix_price_revisions_effective on price_revisions (effective_on, id) where deleted_at is null;

    -- The old price and what it was compared with are kept as they were when the revision was submitted.
    create table price_revision_lines (
      id            uuid not null default uuidv7() constraint pk_price_revision_lines primary key,
      revision_id   uuid not null constraint fk_price_revision_lines_revision references price_revisions (id) on delete cascade,
      table_id      uuid not null constraint fk_price_revision_lines_table references price_tables (id),
      product_id    uuid not null constraint fk_price_revision_lines_product references products (id),
      unit          text not null,
      min_quantity  numeric(18, 3) not null default 0 constraint ck_price_revision_lines_quantity check (min_quantity >= 0),
      -- Without a new price the old one ends.
      price         numeric(18, 4) constraint ck_price_revision_lines_price check (price >= 0),
      floor_price   numeric(18, 4) constraint ck_price_revision_lines_floor check (floor_price >= 0 and floor_price <= price),
      old_price     numeric(18, 4),
      old_floor_price numeric(18, 4),
      cost          numeric(18, 4),
      rival_price   numeric(18, 4),
      note          text,
      version       int not null default 1,
      created_at    timestamptz not null default now(),
      updated_at    timestamptz not null default now(),
      constraint uq_price_revision_lines unique (revision_id, table_id, product_id, unit, min_quantity)
    );
    create index ix_price_revision_lines_product on price_revision_lines (product_id);
    create index ix_price_revision_lines_revision on price_revision_lines (revision_id, id);

    -- The prices, each with the days on which it holds. Only an approved revision writes here; nothing is ever overwritten.
    create table prices (
      id           uuid not null default uuidv7() constraint pk_prices primary key,
      table_id     uuid not null constraint fk_prices_table references price_tables (id),
      product_id   uuid not null constraint fk_prices_product references products (id),
      unit         text not null,
      min_quantity numeric(18, 3) not null default 0 constraint ck_prices_quantity check (min_quantity >= 0),
      price        numeric(18, 4) not null constraint ck_prices_price check (price >= 0),
      floor_price  numeric(18, 4) constraint ck_prices_floor check (floor_price >= 0 and floor_price <= price),
      valid        daterange not null constraint ck_prices_valid check (not lower_inf(valid) and not isempty(valid)),
      revision_id  uuid not null constraint fk_prices_revision references price_revisions (id),
      -- The revision that ended it early, so that withdrawing that one lets it go on.
      ended_by     uuid constraint fk_prices_ended_by references price_revisions (id),
      withdrawn_at timestamptz,
      version      int not null default 1,
      created_at   timestamptz not null default now(),
      updated_at   timestamptz not null default now(),
      constraint ex_prices_valid exclude using gist
        (product_id with =, table_id with =, unit with =, min_quantity with =, valid with &&) where (withdrawn_at is null)
    );
    create index ix_prices_lookup on prices (product_id, table_id, lower(valid)) where withdrawn_at is null;
    create index ix_prices_table on prices (table_id, product_id) where withdrawn_at is null;
    create index ix_prices_revision on prices (revision_id);
    create index ix_prices_ended_by on prices (ended_by) where ended_by is not null;

    -- What was agreed stays as it was: a price may only end, or, before it begins, be withdrawn.
    create function price_history_stands() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then
        raise exception 'Prices are never deleted' using errcode = '23514', constraint = 'ck_prices_history';
      end if;
      if (new.table_id, new.product_id, new.unit, new.min_quantity, new.price, new.revision_id, lower(new.valid))
           is distinct from (old.table_id, old.product_id, old.unit, old.min_quantity, old.price, old.revision_id, lower(old.valid))
         or new.floor_price is distinct from old.floor_price
         or (old.withdrawn_at is not null and new.withdrawn_at is null) then
        raise exception 'A price is never changed' using errcode = '23514', constraint = 'ck_prices_history';
      end if;
      if old.withdrawn_at is null and new.withdrawn_at is not null
         and lower(old.valid) <= (now() at time zone 'Asia/Shanghai')::date then
        raise exception 'A price that has held is never withdrawn' using errcode = '23514', constraint = 'ck_prices_history';
      end if;
      return new;
    end $$;
    create trigger prices_history before update or delete on prices for each row execute function price_history_stands();

    call audit_table('price_table_kinds', 'price-table-kind');
    call audit_table('price_tables', 'price-table');
    call audit_table('price_table_audiences', 'price-table-audience', 'class_dictionary');
    call audit_table('price_revisions', 'price-revision');
    call audit_table('price_revision_lines', 'price-revision-line');
    call audit_table('prices', 'price');

    select set_config('juke.context', '{"actorId": "00000000-0000-0000-0000-000000000000", "actorName": "system", "action": "system.upgrade"}', true);
    insert into price_table_kinds (code, label_zh, label_en, position, is_built_in, default_ways) values
      ('outbound', '外运价格表', 'Outbound', 1, true, '{product,category,brand,date,change,across}'),
      ('internal', '公司内部价格表', 'Internal', 2, true, '{}'),
      ('local', '地销价格表', 'Local sale', 3, true, '{product,category,brand,date,change,across}'),
      ('own-use', '自用价格表', 'Own use', 4, true, '{}'),
      ('agreement', '协议价格表', 'Agreement', 5, true, '{product,across}');
    insert into numbering_rules (resource, pattern, reset) values ('price-revision', 'TJ{yyyy}{MM}-{seq:4}', 'monthly');
    create function give_price_revision_number() returns trigger language plpgsql as $$
    begin
      new.number := next_number('price-revision', new.department_id);
      return new;
    end $$;
    create trigger price_revisions_number before insert on price_revisions
      for each row when (new.number is null) execute function give_price_revision_number();
  `;
}

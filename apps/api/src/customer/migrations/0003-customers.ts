import { SqlMigration } from '../../platform/database/sql-migration.js';

export class Customers1761000000003 extends SqlMigration {
  readonly name = 'Customers1761000000003';
  protected readonly sql = `
    create table territories (
      id           uuid not null default uuidv7() constraint pk_territories primary key,
      name         text not null constraint uq_territories_name unique,
      manager_name text,
      manager_id   uuid constraint fk_territories_manager references users (id),
      version      int not null default 1,
      created_at   timestamptz not null default now(),
      updated_at   timestamptz not null default now()
    );

    create sequence customer_numbers;

    create table customers (
      id             uuid not null default uuidv7() constraint pk_customers primary key,
      number         text not null default 'K' || lpad(nextval('customer_numbers')::text, 6, '0'),
      name           text not null constraint ck_customers_name check (name <> ''),
      kind           text not null default 'organisation' constraint ck_customers_kind check (kind in ('organisation', 'individual')),
      stage          text not null default 'potential' constraint ck_customers_stage check (stage in ('potential', 'formal')),
      is_dealer      boolean not null default false,
      customer_class text,
      province       text,
      city           text,
      address        text,
      phone          text,
      note           text,
      source         text not null default 'entered'
                     constraint ck_customers_source check (source in ('entered', 'converted', 'imported', 'portal')),
      territory_id   uuid constraint fk_customers_territory references territories (id),
      owner_id       uuid constraint fk_customers_owner references users (id),
      department_id  uuid constraint fk_customers_department references departments (id),
      initials       text not null default '',
      search_text    text not null generated always as
                     (lower(name || ' ' || initials || ' ' || number || ' ' || translate(coalesce(phone, ''), ' -()', ''))) stored,
      deleted_at     timestamptz,
      version        int not null default 1,
      created_at     timestamptz not null default now(),
      updated_at     timestamptz not null default now()
    );
    -- A number in the recycle bin does not block a new customer.
    create unique index uq_customers_number on customers (number) where deleted_at is null;
    create index ix_customers_created on customers (created_at, id) where deleted_at is null;
    create index ix_customers_name on customers ((name collate "zh-x-icu"), id) where deleted_at is null;
    create index ix_customers_owner on customers (owner_id, created_at, id) where deleted_at is null;
    create index ix_customers_department on customers (department_id, created_at, id) where deleted_at is null;
    create index ix_customers_city on customers (city, created_at, id) where deleted_at is null;
    create index ix_customers_search on customers using gin (ngram2(search_text));
    create index ix_customers_search_prefix on customers (search_text text_pattern_ops);
    create index ix_customers_territory on customers (territory_id);

    create table contacts (
      id          uuid not null default uuidv7() constraint pk_contacts primary key,
      customer_id uuid not null constraint fk_contacts_customer references customers (id),
      name        text not null constraint ck_contacts_name check (name <> ''),
      title       text,
      phone       text,
      email       text,
      is_primary  boolean not null default false,
      note        text,
      initials    text not null default '',
      search_text text not null generated always as
                  (lower(name || ' ' || initials || ' ' || translate(coalesce(phone, ''), ' -()', '') || ' ' || coalesce(email, ''))) stored,
      deleted_at  timestamptz,
      version     int not null default 1,
      created_at  timestamptz not null default now(),
      updated_at  timestamptz not null default now()
    );
    create index ix_contacts_customer on contacts (customer_id, created_at, id) where deleted_at is null;
    create unique index uq_contacts_primary on contacts (customer_id) where is_primary and deleted_at is null;
    create index ix_contacts_created on contacts (created_at, id) where deleted_at is null;
    create index ix_contacts_search on contacts using gin (ngram2(search_text));

    call audit_table('territories', 'territory');
    call audit_table('customers', 'customer', 'search_text,initials');
    call audit_table('contacts', 'contact', 'search_text,initials');
  `;
}

import { SqlMigration } from '../database/sql-migration.js';

export class CustomFields1761000000019 extends SqlMigration {
  readonly name = 'CustomFields1761000000019';
  protected readonly sql = `
    create table custom_fields (
      id                uuid not null default uuidv7() constraint pk_custom_fields primary key,
      resource          text not null,
      -- Key of the value; never changes.
      code              text not null constraint ck_custom_fields_code check (code ~ '^[a-z][a-zA-Z0-9]{0,39}$'),
      label_zh          text not null constraint ck_custom_fields_label_zh check (label_zh <> ''),
      label_en          text not null constraint ck_custom_fields_label_en check (label_en <> ''),
      help_zh           text,
      help_en           text,
      kind              text not null constraint ck_custom_fields_kind check (
                          kind in ('text', 'number', 'money', 'date', 'choice', 'choices', 'link', 'attachment', 'formula')),
      -- Limits and choices, as far as the kind has them.
      settings          jsonb not null default '{}' constraint ck_custom_fields_settings check (jsonb_typeof(settings) = 'object'),
      dictionary        text constraint fk_custom_fields_dictionary references dictionaries (code),
      formula           text,
      is_required       boolean not null default false,
      -- Types of records that have the field; empty for all.
      applies_to        jsonb not null default '[]' constraint ck_custom_fields_applies_to check (jsonb_typeof(applies_to) = 'array'),
      section           text,
      position          int not null default 0,
      is_indexed        boolean not null default false,
      read_permission   text,
      change_permission text,
      retired_at        timestamptz,
      version           int not null default 1,
      created_at        timestamptz not null default now(),
      updated_at        timestamptz not null default now(),
      constraint uq_custom_fields_code unique (resource, code),
      constraint ck_custom_fields_formula check ((kind = 'formula') = (formula is not null))
    );
    call audit_table('custom_fields', 'custom-field');

    -- Dates are kept as 2026-03-01 and nothing else, so reading them depends on no setting.
    create function iso_date(value text) returns date language plpgsql immutable strict parallel safe as $$
    begin
      return make_date(substr(value, 1, 4)::int, substr(value, 6, 2)::int, substr(value, 9, 2)::int);
    end $$;

    -- Every value belongs to a field of its resource and has the shape of its kind. Argument 0: resource, 1: constraint it stands for.
    create function check_custom_values() returns trigger language plpgsql as $$
    declare
      wrong text;
    begin
      select e.key into wrong from jsonb_each(new.custom) as e
        left join custom_fields f on f.resource = tg_argv[0] and f.code = e.key
       where e.key <> '_problems' and not coalesce(
         case when f.kind in ('number', 'money', 'formula') then jsonb_typeof(e.value) = 'string' and e.value #>> '{}' ~ '^-?\\d{1,20}(\\.\\d{1,10})?$'
              when f.kind = 'date' then jsonb_typeof(e.value) = 'string' and e.value #>> '{}' ~ '^\\d{4}-\\d\\d-\\d\\d$'
              when f.kind in ('choices', 'attachment') then jsonb_typeof(e.value) = 'array'
              when f.kind is not null then jsonb_typeof(e.value) = 'string' end, false)
       limit 1;
      if wrong is not null then
        raise exception 'There is no custom field "%" with such a value.', wrong using errcode = '23514', constraint = tg_argv[1];
      end if;
      return new;
    end $$;

    alter table customers add column custom jsonb not null default '{}' constraint ck_customers_custom_object check (jsonb_typeof(custom) = 'object');
    alter table contacts add column custom jsonb not null default '{}' constraint ck_contacts_custom_object check (jsonb_typeof(custom) = 'object');
    alter table products add column custom jsonb not null default '{}' constraint ck_products_custom_object check (jsonb_typeof(custom) = 'object');
    alter table orders add column custom jsonb not null default '{}' constraint ck_orders_custom_object check (jsonb_typeof(custom) = 'object');
    create trigger customers_custom before insert or update of custom on customers
      for each row when (new.custom <> '{}') execute function check_custom_values('customer', 'ck_customers_custom');
    create trigger contacts_custom before insert or update of custom on contacts
      for each row when (new.custom <> '{}') execute function check_custom_values('contact', 'ck_contacts_custom');
    create trigger products_custom before insert or update of custom on products
      for each row when (new.custom <> '{}') execute function check_custom_values('product', 'ck_products_custom');
    create trigger orders_custom before insert or update of custom on orders
      for each row when (new.custom <> '{}') execute function check_custom_values('order', 'ck_orders_custom');

    -- Makes, or with no expression drops, the index of one field. The caller need not own the table.
    create function index_custom_field(target text, field uuid, wanted boolean) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      code text;
      kind text;
      index_name text;
      value text;
    begin
      select f.code, f.kind into strict code, kind from custom_fields f where f.id = field;
      if not exists (select 1 from pg_attribute a where a.attrelid = to_regclass(target) and a.attname = 'custom') then
        raise exception 'This table has no custom fields.';
      end if;
      index_name := 'ix_' || target || '_custom_' || md5(code);
      execute format('drop index if exists %I', index_name);
      if not wanted then return; end if;
      value := format('custom->>%L', code);
      execute format('create index %I on %I ((%s), id) where deleted_at is null', index_name, target,
        case when kind in ('number', 'money', 'formula') then format('coalesce((%s)::numeric, ''-Infinity''::numeric)', value)
             when kind = 'date' then format('coalesce(iso_date(%s), ''-infinity''::date)', value)
             when kind = 'choice' then format('coalesce(%s, '''')', value)
             else format('coalesce(%s, '''') collate "zh-x-icu"', value) end);
    end $$;
  `;
}

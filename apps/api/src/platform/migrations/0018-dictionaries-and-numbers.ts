import { SqlMigration } from '../database/sql-migration.js';

export class DictionariesAndNumbers1761000000018 extends SqlMigration {
  readonly name = 'DictionariesAndNumbers1761000000018';
  protected readonly sql = `
    create table dictionaries (
      id         uuid not null default uuidv7() constraint pk_dictionaries primary key,
      code       text not null constraint uq_dictionaries_code unique constraint ck_dictionaries_code check (code ~ '^[a-z][a-z0-9-]*$'),
      label_zh   text not null,
      label_en   text not null,
      -- Whether the firm may add values; the program itself reads those of the others.
      is_open    boolean not null,
      is_built_in boolean not null default false,
      version    int not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    );

    -- Records keep a value's code, which never changes; a retired value stays readable on them.
    create table dictionary_values (
      id         uuid not null default uuidv7() constraint pk_dictionary_values primary key,
      dictionary text not null constraint fk_dictionary_values_dictionary references dictionaries (code),
      code       text not null constraint ck_dictionary_values_code check (code <> ''),
      label_zh   text not null constraint ck_dictionary_values_label_zh check (label_zh <> ''),
      label_en   text not null constraint ck_dictionary_values_label_en check (label_en <> ''),
      colour     text constraint ck_dictionary_values_colour check (colour in ('blue', 'green', 'orange', 'red', 'grey')),
      position   int not null default 0,
      retired_at timestamptz,
      version    int not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint uq_dictionary_values_code unique (dictionary, code)
    );
    -- Two values in use that people cannot tell apart would be chosen at random.
    create unique index uq_dictionary_values_label_zh on dictionary_values (dictionary, label_zh) where retired_at is null;

    call audit_table('dictionaries', 'dictionary');
    call audit_table('dictionary_values', 'dictionary-value');

    select set_config('juke.context', '{"actorId": "00000000-0000-0000-0000-000000000000", "actorName": "system", "action": "system.upgrade"}', true);

    insert into dictionaries (code, label_zh, label_en, is_open, is_built_in) values
      ('customer-class', '客户类别', 'Customer class', true, true),
      ('customer-source', '客户来源', 'Customer source', false, true);
    insert into dictionary_values (dictionary, code, label_zh, label_en, colour, position) values
      ('customer-class', '重点客户', '重点客户', 'Key account', 'red', 1),
      ('customer-class', 'A类', 'A类', 'Class A', 'orange', 2),
      ('customer-class', 'B类', 'B类', 'Class B', 'blue', 3),
      ('customer-class', 'C类', 'C类', 'Class C', 'grey', 4),
      ('customer-class', '公司', '公司', 'Company', null, 5),
      ('customer-class', '小型企业', '小型企业', 'Small business', null, 6),
      ('customer-class', '消费者', '消费者', 'Consumer', null, 7),
      ('customer-class', '政府', '政府', 'Government', null, 8),
      ('customer-class', '学校', '学校', 'School', null, 9),
      ('customer-source', 'entered', '录入', 'Entered', null, 1),
      ('customer-source', 'imported', '导入', 'Imported', null, 2),
      ('customer-source', 'converted', '转入', 'Converted', null, 3),
      ('customer-source', 'portal', '客户门户', 'Customer portal', null, 4);
    -- What people typed so far becomes a value.
    insert into dictionary_values (dictionary, code, label_zh, label_en, position)
      select 'customer-class', customer_class, customer_class, customer_class, 100 + row_number() over (order by count(*) desc)
        from customers where customer_class <> '' group by customer_class
      on conflict do nothing;
    update customers set customer_class = null where customer_class = '';

    -- The dictionary's name beside the code makes an ordinary foreign key of it.
    alter table customers
      add column class_dictionary text generated always as ('customer-class') stored,
      add column source_dictionary text generated always as ('customer-source') stored,
      drop constraint ck_customers_source,
      add constraint fk_customers_class foreign key (class_dictionary, customer_class) references dictionary_values (dictionary, code),
      add constraint fk_customers_source foreign key (source_dictionary, source) references dictionary_values (dictionary, code);
    drop trigger audit_insert on customers;
    drop trigger audit_update on customers;
    drop trigger audit_delete on customers;
    call audit_table('customers', 'customer', 'search_text,initials,class_dictionary,source_dictionary');
    create index ix_customers_class on customers (customer_class);

    -- A value that was there may stay. Written out for this column: a generic one would cost every insert a copy of the row.
    create function refuse_retired_class() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and new.customer_class is not distinct from old.customer_class then return new; end if;
      if exists (select 1 from dictionary_values v
                  where v.dictionary = 'customer-class' and v.code = new.customer_class and v.retired_at is not null) then
        raise exception '"%" is retired', new.customer_class using errcode = '23514', constraint = 'ck_customers_class_in_use';
      end if;
      return new;
    end $$;
    create trigger customers_class_in_use before insert or update of customer_class on customers
      for each row when (new.customer_class is not null) execute function refuse_retired_class();

    -- As before, with the class under the name it has now.
    create or replace view sales_facts as
      select l.id as line_id, o.id as order_id, o.number as order_number, o.ordered_on, o.customer_id, c.name as customer_name,
             coalesce(class.label_zh, c.customer_class) as customer_class, o.province, o.city, o.territory_id, t.name as territory, t.manager_name as manager,
             l.product_id, p.code as product_code, p.name as product_name,
             coalesce(above.name, category.name) as category,
             case when above.id is not null then category.name end as sub_category,
             b.name as brand, o.owner_id, o.department_id, u.display_name as owner,
             l.quantity, l.sales_amount, l.profit, l.discount_rate
        from order_lines l
        join orders o on o.id = l.order_id
        join customers c on c.id = o.customer_id
        join products p on p.id = l.product_id
        left join product_categories category on category.id = p.category_id
        left join product_categories above on above.id = category.parent_id
        left join brands b on b.id = p.brand_id
        left join territories t on t.id = o.territory_id
        left join dictionary_values class on class.dictionary = 'customer-class' and class.code = c.customer_class
        left join users u on u.id = o.owner_id
       where o.deleted_at is null;

    create table numbering_rules (
      id                 uuid not null default uuidv7() constraint pk_numbering_rules primary key,
      resource           text not null constraint uq_numbering_rules_resource unique,
      pattern            text not null constraint ck_numbering_rules_pattern check (
                           regexp_count(pattern, '\\{seq(:[1-9])?\\}') = 1
                           and regexp_replace(pattern, '\\{(yyyy|yy|MM|dd|dept|seq(:[1-9])?)\\}', '', 'g') !~ '[{}]'),
      reset              text not null constraint ck_numbering_rules_reset check (reset in ('never', 'yearly', 'monthly', 'daily')),
      is_per_department  boolean not null default false,
      is_gap_free        boolean not null default false,
      version            int not null default 1,
      created_at         timestamptz not null default now(),
      updated_at         timestamptz not null default now(),
      -- A count that begins again needs its period in the number, else it would give old numbers out again.
      constraint ck_numbering_rules_period check (
        reset = 'never'
        or (pattern ~ '\\{yy(yy)?\\}' and (reset = 'yearly' or (pattern ~ '\\{MM\\}' and (reset = 'monthly' or pattern ~ '\\{dd\\}'))))),
      constraint ck_numbering_rules_department check (not is_per_department or pattern ~ '\\{dept\\}')
    );
    call audit_table('numbering_rules', 'numbering-rule');

    -- How far each count has come. The row is the lock: whoever writes a gap-free number holds it until the commit.
    create table numbering_counters (
      rule_id uuid not null constraint fk_numbering_counters_rule references numbering_rules (id),
      scope   text not null,
      last    bigint not null,
      constraint pk_numbering_counters primary key (rule_id, scope)
    );

    insert into numbering_rules (resource, pattern, reset) values ('customer', 'K{seq:6}', 'never'), ('product', 'P{seq:6}', 'never');

    create function number_text(pattern text, seq bigint, department text, day date) returns text
      language plpgsql immutable parallel safe as $$
    declare
      width int := coalesce((regexp_match(pattern, '\\{seq:([1-9])\\}'))[1]::int, 1);
      digits text := case when length(seq::text) >= width then seq::text else lpad(seq::text, width, '0') end;
      made text := regexp_replace(pattern, '\\{seq(:[1-9])?\\}', digits);
    begin
      if position('{' in made) = 0 then return made; end if;
      made := replace(replace(made, '{yyyy}', to_char(day, 'YYYY')), '{yy}', to_char(day, 'YY'));
      made := replace(replace(made, '{MM}', to_char(day, 'MM')), '{dd}', to_char(day, 'DD'));
      return replace(made, '{dept}', upper(coalesce(department, '0')));
    end $$;

    -- Which count a number belongs to: one a period, one a department where the rule says so.
    create function number_scope(rule numbering_rules, department uuid, day date) returns text language sql immutable as $$
      select case rule.reset when 'never' then '' when 'yearly' then to_char(day, 'YYYY') when 'monthly' then to_char(day, 'YYYY-MM')
               else to_char(day, 'YYYY-MM-DD') end || case when rule.is_per_department then '/' || coalesce(department::text, '') else '' end
    $$;

    create function number_sequence(rule_id uuid, scope text) returns text language sql immutable as $$
      select 'numbers_' || md5(rule_id::text || '/' || scope)
    $$;

    -- Counts of rules that allow gaps are sequences, which nobody waits for. Made when a period begins; the caller need not own the schema.
    create function make_number_sequence(name text, start bigint) returns void language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      perform pg_advisory_xact_lock(hashtext(name));
      if name !~ '^numbers_[0-9a-f]{32}$' then raise exception 'This is no count of numbers.'; end if;
      if to_regclass(name) is null then
        execute format('create sequence %I start %s', name, start);
        execute format('grant usage, select, update on sequence %I to public', name);
      end if;
    end $$;

    -- The next number of a rule, taken in the caller's transaction. Who asks skips it when somebody has it already.
    create function next_number(wanted text, department uuid) returns text language plpgsql as $$
    declare
      rule numbering_rules;
      day date := (now() at time zone 'Asia/Shanghai')::date;
      count_of text;
      sequence_name text;
      code text;
      seq bigint;
    begin
      select * into strict rule from numbering_rules r where r.resource = wanted;
      count_of := number_scope(rule, department, day);
      if position('{dept}' in rule.pattern) > 0 then
        select d.code into code from departments d where d.id = department;
      end if;
      if rule.is_gap_free then
        insert into numbering_counters as c (rule_id, scope, last) values (rule.id, count_of, 1)
          on conflict (rule_id, scope) do update set last = c.last + 1 returning last into seq;
      else
        sequence_name := number_sequence(rule.id, count_of);
        if to_regclass(sequence_name) is null then
          select coalesce(max(c.last), 0) + 1 into seq from numbering_counters c where c.rule_id = rule.id and c.scope = count_of;
          perform make_number_sequence(sequence_name, seq);
        end if;
        seq := nextval(sequence_name::regclass);
      end if;
      return number_text(rule.pattern, seq, code, day);
    end $$;

    -- A number in the bin is not given out again, so that its record can come back. The index is the only one that serves the
    -- question: plans are kept by each connection, and one made while the table was empty must not read all of it ever after.
    create index ix_customers_number on customers (number);
    create index ix_products_code on products (code);
    create function give_customer_number() returns trigger language plpgsql set enable_seqscan = off as $$
    begin
      loop
        new.number := next_number('customer', new.department_id);
        exit when not exists (select 1 from customers c where c.number = new.number);
      end loop;
      return new;
    end $$;
    create function give_product_code() returns trigger language plpgsql set enable_seqscan = off as $$
    begin
      loop
        new.code := next_number('product', null);
        exit when not exists (select 1 from products p where p.code = new.code);
      end loop;
      return new;
    end $$;
    alter table customers alter column number drop default;
    alter table products alter column code drop default;
    create trigger customers_number before insert on customers for each row when (new.number is null) execute function give_customer_number();
    create trigger products_code before insert on products for each row when (new.code is null) execute function give_product_code();

    -- The counts go on where they were.
    select make_number_sequence(number_sequence(r.id, ''), s.last) from numbering_rules r
      join (values ('customer', (select last_value + is_called::int from customer_numbers)),
                   ('product', (select last_value + is_called::int from product_numbers))) as s(resource, last) on s.resource = r.resource;
    drop sequence customer_numbers;
    drop sequence product_numbers;
  `;
}

import { SqlMigration } from '../../platform/database/sql-migration.js';

export class CustomerRelations1761000000135 extends SqlMigration {
  readonly name = 'CustomerRelations1761000000135';
  protected readonly sql = `
    -- How customers may stand to each other. Each end has its own name: of a parent and its subsidiary, "from" is the parent.
    create table customer_relation_kinds (
      id           uuid not null default uuidv7() constraint pk_customer_relation_kinds primary key,
      code         text not null constraint uq_customer_relation_kinds_code unique,
      name_zh      text not null,
      name_en      text not null,
      from_zh      text not null,
      from_en      text not null,
      to_zh        text not null,
      to_en        text not null,
      -- Both ends are the same to each other: there is no direction.
      is_symmetric boolean not null default false,
      -- Nobody stands above herself, over however many others.
      is_acyclic   boolean not null default false,
      position     int not null,
      version      int not null default 1,
      created_at   timestamptz not null default now(),
      updated_at   timestamptz not null default now(),
      constraint ck_customer_relation_kinds_direction check (not (is_symmetric and is_acyclic))
    );
    call audit_table('customer_relation_kinds', 'customer-relation-kind');
    select set_config('juke.context', '{"actorId": "00000000-0000-0000-0000-000000000000", "actorName": "system", "action": "system.upgrade"}', true);
    insert into customer_relation_kinds (code, name_zh, name_en, from_zh, from_en, to_zh, to_en, is_symmetric, is_acyclic, position) values
      ('subsidiary', '上下级公司', 'Parent and subsidiary', '上级公司', 'Parent', '下级公司', 'Subsidiary', false, true, 1),
      ('dealer', '经销关系', 'Dealer of', '供货方（授权）', 'Principal', '经销商', 'Dealer', false, true, 2),
      ('referral', '介绍关系', 'Referred by', '介绍人', 'Referrer', '被介绍客户', 'Referred', false, false, 3),
      ('supply', '供货关系', 'Supplies', '供应商', 'Supplier', '采购方', 'Buyer', false, false, 4),
      ('competition', '竞争关系', 'Competes with', '竞争对手', 'Competitor', '竞争对手', 'Competitor', true, false, 5);

    create table customer_relations (
      id         uuid not null default uuidv7() constraint pk_customer_relations primary key,
      kind       text not null constraint fk_customer_relations_kind references customer_relation_kinds (code),
      from_id    uuid not null constraint fk_customer_relations_from references customers (id) on delete cascade,
      to_id      uuid not null constraint fk_customer_relations_to references customers (id) on delete cascade,
      note       text,
      version    int not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint ck_customer_relations_self check (from_id <> to_id),
      constraint uq_customer_relations_ends unique (from_id, to_id, kind)
    );
    create index ix_customer_relations_to on customer_relations (to_id, kind);
    create unique index uq_customer_relations_parent on customer_relations (to_id) where kind = 'subsidiary';
    call audit_table('customer_relations', 'customer-relation');

    create function check_customer_relation() returns trigger language plpgsql as $$
    declare
      rule customer_relation_kinds;
      kept uuid := new.from_id;
    begin
      select * into rule from customer_relation_kinds k where k.code = new.kind;
      if rule.is_symmetric and new.from_id > new.to_id then
        new.from_id := new.to_id;
        new.to_id := kept;
      end if;
      if rule.is_acyclic then
        -- One at a time: two that are each right alone may make a loop together. The next statement sees what others have committed.
        perform pg_advisory_xact_lock(hashtext('customer-relation.' || new.kind));
        if exists (with recursive below as (
                     select new.to_id as id
                     union select r.to_id from below b join customer_relations r on r.from_id = b.id and r.kind = new.kind and r.id <> new.id)
                   select 1 from below b where b.id = new.from_id) then
          raise exception 'a customer would stand above itself' using errcode = '23514', constraint = 'ck_customer_relations_loop';
        end if;
      end if;
      return new;
    end $$;
    create trigger customer_relations_check before insert or update of kind, from_id, to_id on customer_relations
      for each row execute function check_customer_relation();
  `;
}

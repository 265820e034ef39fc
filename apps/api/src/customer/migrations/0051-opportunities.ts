import { SqlMigration } from '../../platform/database/sql-migration.js';

export class Opportunities1761000000051 extends SqlMigration {
  readonly name = 'Opportunities1761000000051';
  protected readonly sql = `
    create table opportunities (
      id                 uuid not null default uuidv7() constraint pk_opportunities primary key,
      number             text not null,
      name               text not null constraint ck_opportunities_name check (name <> ''),
      -- Unknown at first: a deal may begin with a call and no firm.
      customer_id        uuid constraint fk_opportunities_customer references customers (id),
      primary_contact_id uuid,
      owner_id           uuid constraint fk_opportunities_owner references users (id),
      department_id      uuid constraint fk_opportunities_department references departments (id),
      territory_id       uuid constraint fk_opportunities_territory references territories (id),
      pipeline_id        uuid not null,
      stage_id           uuid not null,
      -- Follows from the stage; kept, so that lists and totals need not ask.
      state              text not null constraint ck_opportunities_state check (state in ('open', 'won', 'lost')),
      stage_since        timestamptz not null,
      furthest_stage_id  uuid constraint fk_opportunities_furthest references pipeline_stages (id),
      last_open_stage_id uuid constraint fk_opportunities_last_open references pipeline_stages (id),
      amount             numeric(18,2) constraint ck_opportunities_amount check (amount between 0 and 999999999999),
      currency           text not null default 'CNY' constraint ck_opportunities_currency check (currency ~ '^[A-Z]{3}$'),
      exchange_rate      numeric(14,6) not null default 1 constraint ck_opportunities_rate check (exchange_rate > 0 and (currency <> 'CNY' or exchange_rate = 1)),
      own_probability    numeric(5,4) constraint ck_opportunities_probability check (own_probability between 0 and 1),
      expected_close_on  date,
      engaged_on         date,
      closed_on          date,
      close_value        numeric(18,2) constraint ck_opportunities_close_value check (close_value between 0 and 999999999999),
      loss_reason        text,
      loss_note          text,
      source             text,
      next_step          text,
      next_step_on       date,
      note               text,
      initials           text not null default '',
      search_text        text not null generated always as (lower(name || ' ' || initials || ' ' || number)) stored,
      -- What it is worth in the company's money: what was agreed, else what is hoped for.
      value_cny          numeric(18,2) generated always as (round(coalesce(close_value, amount) * exchange_rate, 2)) stored,
      loss_reason_dictionary text generated always as ('loss-reason') stored,
      source_dictionary  text generated always as ('opportunity-source') stored,
      custom             jsonb not null default '{}' constraint ck_opportunities_custom_object check (jsonb_typeof(custom) = 'object'),
      deleted_at         timestamptz,
      deleted_by         uuid constraint fk_opportunities_deleted_by references users (id),
      version            int not null default 1,
      created_at         timestamptz not null default now(),
      updated_at         timestamptz not null default now(),
      constraint fk_opportunities_stage foreign key (pipeline_id, stage_id) references pipeline_stages (pipeline_id, id),
      constraint ck_opportunities_contact_of_customer check (primary_contact_id is null or customer_id is not null),
      constraint ck_opportunities_expected_close check (expected_close_on >= engaged_on),
      constraint ck_opportunities_closed_on check (closed_on >= engaged_on),
      constraint ck_opportunities_closed check ((state = 'open') = (closed_on is null)),
      constraint ck_opportunities_lost check (loss_reason is null or state = 'lost'),
      constraint fk_opportunities_loss_reason foreign key (loss_reason_dictionary, loss_reason) references dictionary_values (dictionary, code),
      constraint fk_opportunities_source foreign key (source_dictionary, source) references dictionary_values (dictionary, code)
    );
    -- A contact belongs to the deal's customer, and cannot leave him while the deal names it.
    alter table contacts add constraint uq_contacts_id_customer unique (id, customer_id);
    alter table opportunities add constraint fk_opportunities_contact
      foreign key (primary_contact_id, customer_id) references contacts (id, customer_id);

    create unique index uq_opportunities_number on opportunities (number) where deleted_at is null;
    create index ix_opportunities_number on opportunities (number);
    create index ix_opportunities_created on opportunities (created_at, id) where deleted_at is null;
    create index ix_opportunities_name on opportunities ((name collate "zh-x-icu"), id) where deleted_at is null;
    create index ix_opportunities_value on opportunities ((coalesce(value_cny, -1)), id) where deleted_at is null;
    create index ix_opportunities_expected on opportunities ((coalesce(expected_close_on, 'infinity'::date)), id) where deleted_at is null;
    create index ix_opportunities_closed on opportunities ((coalesce(closed_on, '-infinity'::date)), id) where deleted_at is null;
    create index ix_opportunities_closed_in_stage on opportunities (stage_id, (coalesce(closed_on, '-infinity'::date)), id) where deleted_at is null;
    create index ix_opportunities_next_step on opportunities ((coalesce(next_step_on, 'infinity'::date)), id) where deleted_at is null;
    create index ix_opportunities_since on opportunities (stage_since, id) where deleted_at is null;
    create index ix_opportunities_owner on opportunities (owner_id, created_at, id) where deleted_at is null;
    create index ix_opportunities_department on opportunities (department_id, created_at, id) where deleted_at is null;
    create index ix_opportunities_customer on opportunities (customer_id, created_at, id);
    create index ix_opportunities_contact on opportunities (primary_contact_id);
    create index ix_opportunities_search on opportunities using gin (ngram2(search_text));
    -- A column of the board: its cards in order, and its count and total from the index alone.
    create index ix_opportunities_stage_since on opportunities (stage_id, stage_since, id) where deleted_at is null;
    create index ix_opportunities_board on opportunities (pipeline_id, stage_id)
      include (value_cny, own_probability, owner_id, department_id) where deleted_at is null;
    create index ix_opportunities_bin on opportunities (deleted_at, id) where deleted_at is not null;

    create table opportunity_lines (
      id             uuid not null default uuidv7() constraint pk_opportunity_lines primary key,
      opportunity_id uuid not null constraint fk_opportunity_lines_opportunity references opportunities (id),
      product_id     uuid not null constraint fk_opportunity_lines_product references products (id),
      quantity       numeric(18,3) not null default 1 constraint ck_opportunity_lines_quantity check (quantity > 0),
      price          numeric(18,4) constraint ck_opportunity_lines_price check (price >= 0),
      amount         numeric(18,2) constraint ck_opportunity_lines_amount check (amount >= 0),
      version        int not null default 1,
      created_at     timestamptz not null default now(),
      updated_at     timestamptz not null default now(),
      constraint uq_opportunity_lines_product unique (opportunity_id, product_id)
    );
    create index ix_opportunity_lines_product on opportunity_lines (product_id, opportunity_id);

    create table opportunity_competitors (
      id             uuid not null default uuidv7() constraint pk_opportunity_competitors primary key,
      opportunity_id uuid not null constraint fk_opportunity_competitors_opportunity references opportunities (id),
      competitor     text not null,
      competitor_dictionary text generated always as ('competitor') stored,
      version        int not null default 1,
      created_at     timestamptz not null default now(),
      updated_at     timestamptz not null default now(),
      constraint uq_opportunity_competitors_competitor unique (opportunity_id, competitor),
      constraint fk_opportunity_competitors_competitor foreign key (competitor_dictionary, competitor) references dictionary_values (dictionary, code)
    );
    create index ix_opportunity_competitors_competitor on opportunity_competitors (competitor, opportunity_id);

    -- Where a deal was, and how long. Written by the database with every change of stage; it is nothing without the deal.
    create table opportunity_stages (
      id             uuid not null default uuidv7() constraint pk_opportunity_stages primary key,
      opportunity_id uuid not null constraint fk_opportunity_stages_opportunity references opportunities (id) on delete cascade,
      stage_id       uuid not null constraint fk_opportunity_stages_stage references pipeline_stages (id),
      entered_at     timestamptz not null,
      left_at        timestamptz,
      entered_by     uuid not null,
      -- Why it was taken up again, or what was said of its loss.
      note           text,
      version        int not null default 1,
      constraint ck_opportunity_stages_left check (left_at >= entered_at)
    );
    create unique index uq_opportunity_stages_current on opportunity_stages (opportunity_id) where left_at is null;
    create index ix_opportunity_stages_opportunity on opportunity_stages (opportunity_id, entered_at);
    create index ix_opportunity_stages_stage on opportunity_stages (stage_id);

    call audit_table('opportunities', 'opportunity',
      'search_text,initials,value_cny,state,furthest_stage_id,last_open_stage_id,loss_reason_dictionary,source_dictionary');
    call audit_table('opportunity_lines', 'opportunity-line');
    call audit_table('opportunity_competitors', 'opportunity-competitor', 'competitor_dictionary');
    call audit_table('opportunity_stages', 'opportunity-stage');
  `;
}

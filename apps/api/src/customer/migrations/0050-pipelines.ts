import { SqlMigration } from '../../platform/database/sql-migration.js';

export class Pipelines1761000000050 extends SqlMigration {
  readonly name = 'Pipelines1761000000050';
  protected readonly sql = `
    create table pipelines (
      id         uuid not null default uuidv7() constraint pk_pipelines primary key,
      name_zh    text not null constraint ck_pipelines_name_zh check (name_zh <> ''),
      name_en    text not null constraint ck_pipelines_name_en check (name_en <> ''),
      is_default boolean not null default false,
      retired_at timestamptz,
      version    int not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint ck_pipelines_default check (not is_default or retired_at is null)
    );
    create unique index uq_pipelines_name_zh on pipelines (name_zh) where retired_at is null;
    create unique index uq_pipelines_default on pipelines (is_default) where is_default;

    -- The way a deal goes. Won and lost end it: one of each a pipeline. Deals keep a retired stage until they move.
    create table pipeline_stages (
      id              uuid not null default uuidv7() constraint pk_pipeline_stages primary key,
      pipeline_id     uuid not null constraint fk_pipeline_stages_pipeline references pipelines (id),
      kind            text not null default 'open' constraint ck_pipeline_stages_kind check (kind in ('open', 'won', 'lost')),
      name_zh         text not null constraint ck_pipeline_stages_name_zh check (name_zh <> ''),
      name_en         text not null constraint ck_pipeline_stages_name_en check (name_en <> ''),
      probability     numeric(5,4) not null constraint ck_pipeline_stages_probability check (
                        case kind when 'won' then probability = 1 when 'lost' then probability = 0 else probability between 0 and 1 end),
      colour          text constraint ck_pipeline_stages_colour check (colour in ('blue', 'green', 'orange', 'red', 'grey')),
      -- After so many days in the stage a deal is told to have stagnated.
      stagnation_days int constraint ck_pipeline_stages_stagnation check (stagnation_days is null or stagnation_days between 1 and 3650 and kind = 'open'),
      -- What a deal must have to enter; words of the program.
      required_fields jsonb not null default '[]' constraint ck_pipeline_stages_required check (jsonb_typeof(required_fields) = 'array'),
      may_skip        boolean not null default true,
      may_return      boolean not null default true,
      position        int not null,
      retired_at      timestamptz,
      version         int not null default 1,
      created_at      timestamptz not null default now(),
      updated_at      timestamptz not null default now(),
      constraint uq_pipeline_stages_pipeline unique (pipeline_id, id),
      constraint ck_pipeline_stages_end_stays check (kind = 'open' or retired_at is null)
    );
    create unique index uq_pipeline_stages_end on pipeline_stages (pipeline_id, kind) where kind <> 'open';
    create unique index uq_pipeline_stages_name_zh on pipeline_stages (pipeline_id, name_zh) where retired_at is null;

    call audit_table('pipelines', 'pipeline');
    call audit_table('pipeline_stages', 'pipeline-stage');

    select set_config('juke.context', '{"actorId": "00000000-0000-0000-0000-000000000000", "actorName": "system", "action": "system.upgrade"}', true);

    insert into pipelines (name_zh, name_en, is_default) values ('标准销售流程', 'Standard sales', true);
    insert into pipeline_stages (pipeline_id, kind, name_zh, name_en, probability, colour, stagnation_days, required_fields, may_skip, position)
      select p.id, s.kind, s.zh, s.en, s.probability, s.colour, s.days, s.required::jsonb, s.may_skip, s.position
        from pipelines p, (values
          ('open', '初步接触', 'Prospecting', 0.1, 'grey', 14, '[]', true, 1),
          ('open', '深入沟通', 'Engaging', 0.3, 'blue', 21, '["customerId"]', true, 2),
          ('open', '方案报价', 'Proposal', 0.5, 'blue', 21, '["customerId", "amount", "expectedCloseOn"]', true, 3),
          ('open', '商务谈判', 'Negotiation', 0.75, 'orange', 30, '["customerId", "amount", "expectedCloseOn", "primaryContactId"]', true, 4),
          ('won', '赢单', 'Won', 1, 'green', null, '["customerId"]', true, 5),
          ('lost', '丢单', 'Lost', 0, 'red', null, '[]', true, 6)
        ) as s(kind, zh, en, probability, colour, days, required, may_skip, position);

    insert into dictionaries (code, label_zh, label_en, is_open, is_built_in) values
      ('loss-reason', '丢单原因', 'Loss reason', true, true),
      ('opportunity-source', '商机来源', 'Source of opportunities', true, true),
      ('competitor', '竞争对手', 'Competitor', true, true);
    insert into dictionary_values (dictionary, code, label_zh, label_en, position) values
      ('loss-reason', 'price', '价格过高', 'Price too high', 1),
      ('loss-reason', 'competitor', '选择了竞争对手', 'Chose a competitor', 2),
      ('loss-reason', 'product', '产品不符合要求', 'Product does not fit', 3),
      ('loss-reason', 'terms', '账期或交货条件谈不拢', 'Terms of payment or delivery', 4),
      ('loss-reason', 'budget', '预算取消', 'Budget withdrawn', 5),
      ('loss-reason', 'no-decision', '客户迟迟不决定', 'No decision', 6),
      ('loss-reason', 'other', '其他', 'Other', 7),
      ('opportunity-source', 'customer', '老客户', 'Existing customer', 1),
      ('opportunity-source', 'referral', '转介绍', 'Referral', 2),
      ('opportunity-source', 'exhibition', '展会', 'Exhibition', 3),
      ('opportunity-source', 'website', '官网', 'Website', 4),
      ('opportunity-source', 'call', '电话开发', 'Cold call', 5),
      ('opportunity-source', 'tender', '招投标', 'Tender', 6),
      ('opportunity-source', 'other', '其他', 'Other', 7);
  `;
}

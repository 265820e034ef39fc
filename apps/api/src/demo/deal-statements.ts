export const COMPETITORS = `
  insert into dictionary_values (dictionary, code, label_zh, label_en, position)
  select 'competitor', d.code, d.zh, d.en, d.position from jsonb_to_recordset($1::jsonb) as d(code text, zh text, en text, position int)
  on conflict (dictionary, code) do nothing`;

/** With its products and competitors in one statement: what belongs together is made together. */
export const DEALS = `
  with given as (
    select uuidv7() as id, d.* from jsonb_to_recordset($1::jsonb) as d(name text, initials text, customer text, owner text, stage int, "end" text, "engagedOn" date,
      since date, "expectedCloseOn" date, amount numeric, "closeValue" numeric, "lossReason" text, source text, "nextStep" text, "nextStepOn" date,
      competitor text, product text, quantity numeric, price numeric)),
  stages as (
    select s.id, s.kind, row_number() over (partition by s.kind order by s.position) as place
      from pipeline_stages s join pipelines p on p.id = s.pipeline_id where p.is_default),
  deals as (
    insert into opportunities (id, name, initials, customer_id, primary_contact_id, owner_id, department_id, stage_id, pipeline_id, last_open_stage_id, stage_since,
      amount, close_value, closed_on, expected_close_on, engaged_on, loss_reason, source, next_step, next_step_on, created_at)
    select g.id, g.name, g.initials, c.id, k.id, u.id, u.department_id, s.id, p.id, case when g."end" <> 'open' then was.id end,
           g.since::timestamp at time zone 'Asia/Shanghai', g.amount, g."closeValue", case when g."end" <> 'open' then g.since end,
           g."expectedCloseOn", g."engagedOn", g."lossReason", g.source, g."nextStep", g."nextStepOn", g."engagedOn"::timestamp at time zone 'Asia/Shanghai'
      from given g join pipelines p on p.is_default join users u on u.username = g.owner
      join stages was on was.kind = 'open' and was.place = g.stage
      join stages s on s.kind = g."end" and (s.kind <> 'open' or s.id = was.id)
      left join customers c on c.number = g.customer and c.deleted_at is null
      left join contacts k on k.customer_id = c.id and k.is_primary and k.deleted_at is null
    returning id),
  met as (
    insert into opportunity_competitors (opportunity_id, competitor)
    select g.id, g.competitor from given g join deals on deals.id = g.id where g.competitor is not null)
  insert into opportunity_lines (opportunity_id, product_id, quantity, price, amount)
  select g.id, p.id, g.quantity, g.price, g.amount from given g join deals on deals.id = g.id join products p on p.code = g.product`;

/** The way before the stage a deal is in, parted evenly over the time it took: the funnel shows how long stages last. */
export const DEAL_WAYS = `
  with last as (
    select distinct on (h.opportunity_id) h.id, h.opportunity_id, s.pipeline_id, s.position, o.engaged_on::timestamp at time zone 'Asia/Shanghai' as began,
           case when o.state = 'open' then h.entered_at else h.left_at end as reached, o.state, o.owner_id
      from opportunity_stages h join pipeline_stages s on s.id = h.stage_id join opportunities o on o.id = h.opportunity_id
     where s.kind = 'open' and s.position > 1 order by h.opportunity_id, h.entered_at desc),
  parted as (
    select l.*, (l.reached - l.began) / (case when l.state = 'open' then l.position - 1 else l.position end) as part from last l),
  later as (
    update opportunity_stages h set entered_at = h.left_at - p.part from parted p where p.id = h.id and p.state <> 'open' returning h.id)
  insert into opportunity_stages (opportunity_id, stage_id, entered_at, left_at, entered_by)
  select p.opportunity_id, s.id, p.began + p.part * (s.position - 1), p.began + p.part * s.position, p.owner_id
    from parted p join pipeline_stages s on s.pipeline_id = p.pipeline_id and s.kind = 'open' and s.position < p.position`;

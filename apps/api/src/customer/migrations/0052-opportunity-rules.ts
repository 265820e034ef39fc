import { SqlMigration } from '../../platform/database/sql-migration.js';

export class OpportunityRules1761000000052 extends SqlMigration {
  readonly name = 'OpportunityRules1761000000052';
  protected readonly sql = `
    select set_config('juke.context', '{"actorId": "00000000-0000-0000-0000-000000000000", "actorName": "system", "action": "system.upgrade"}', true);
    insert into numbering_rules (resource, pattern, reset) values ('opportunity', 'SJ{yyyy}{seq:5}', 'yearly');

    create function give_opportunity_number() returns trigger language plpgsql set enable_seqscan = off as $$
    begin
      loop
        new.number := next_number('opportunity', new.department_id);
        exit when not exists (select 1 from opportunities o where o.number = new.number);
      end loop;
      return new;
    end $$;
    create trigger opportunities_10_number before insert on opportunities
      for each row when (new.number is null) execute function give_opportunity_number();

    -- A file that gives no name gives the customer's; without a customer the number must do.
    create function complete_opportunity() returns trigger language plpgsql as $$
    begin
      if new.name is null then
        new.name := coalesce((select c.name from customers c where c.id = new.customer_id), new.number);
      end if;
      if new.territory_id is null and new.customer_id is not null then
        new.territory_id := (select c.territory_id from customers c where c.id = new.customer_id);
      end if;
      return new;
    end $$;
    create trigger opportunities_20_complete before insert on opportunities for each row execute function complete_opportunity();

    -- State, time in the stage and how far the deal has come follow from its stage, whoever writes it.
    create function settle_opportunity_stage() returns trigger language plpgsql as $$
    declare
      stage pipeline_stages;
      began timestamptz;
    begin
      if tg_op = 'UPDATE' and new.stage_id = old.stage_id then return new; end if;
      select * into strict stage from pipeline_stages s where s.id = new.stage_id;
      new.pipeline_id := stage.pipeline_id;
      new.state := stage.kind;
      if new.state = 'open' then
        new.closed_on := null;
        new.close_value := null;
        new.last_open_stage_id := null;
        if new.furthest_stage_id is null
           or stage.position > (select f.position from pipeline_stages f where f.id = new.furthest_stage_id) then
          new.furthest_stage_id := stage.id;
        end if;
      elsif tg_op = 'UPDATE' and old.state = 'open' then
        new.last_open_stage_id := old.stage_id;
      elsif new.last_open_stage_id is null then
        -- It came in when it was over: a day of engagement says that it left the first stage, more is not known.
        select s.id into new.last_open_stage_id
          from (select x.id, row_number() over (order by x.position) as place, count(*) over () as places from pipeline_stages x
                 where x.pipeline_id = new.pipeline_id and x.kind = 'open' and x.retired_at is null) as s
         where s.place = case when new.engaged_on is null then 1 else least(2, s.places) end;
      end if;
      if new.state <> 'open' then
        new.furthest_stage_id := coalesce(new.furthest_stage_id, new.last_open_stage_id);
        new.closed_on := coalesce(new.closed_on, (now() at time zone 'Asia/Shanghai')::date);
      end if;
      if new.state <> 'lost' then
        new.loss_reason := null;
        new.loss_note := null;
      end if;
      began := case when tg_op = 'UPDATE' then old.stage_since else '-infinity' end;
      if tg_op = 'UPDATE' or new.stage_since is null then
        new.stage_since := case
          when new.state <> 'open' and new.closed_on < (now() at time zone 'Asia/Shanghai')::date
            then greatest(began, new.closed_on::timestamp at time zone 'Asia/Shanghai')
          when tg_op = 'INSERT' and new.engaged_on is not null
            then least(now(), new.engaged_on::timestamp at time zone 'Asia/Shanghai')
          else greatest(began, now()) end;
      end if;
      return new;
    end $$;
    create trigger opportunities_30_stage before insert or update of stage_id on opportunities
      for each row execute function settle_opportunity_stage();

    create function note_opportunity_stages() returns trigger language plpgsql as $$
    declare
      author uuid := (nullif(current_setting('juke.context', true), '')::jsonb ->> 'actorId')::uuid;
    begin
      if tg_op = 'INSERT' then
        insert into opportunity_stages (opportunity_id, stage_id, entered_at, left_at, entered_by)
          select n.id, n.last_open_stage_id, least(n.engaged_on::timestamp at time zone 'Asia/Shanghai', n.stage_since), n.stage_since, author
            from new_rows n where n.state <> 'open' and n.engaged_on is not null
          union all
          select n.id, n.stage_id, n.stage_since, null, author from new_rows n;
      elsif exists (select 1 from new_rows n join old_rows o using (id) where n.stage_id <> o.stage_id) then
        update opportunity_stages h set left_at = greatest(n.stage_since, h.entered_at), version = h.version + 1
          from new_rows n join old_rows o using (id)
         where h.opportunity_id = n.id and h.left_at is null and n.stage_id <> o.stage_id;
        insert into opportunity_stages (opportunity_id, stage_id, entered_at, entered_by)
          select n.id, n.stage_id, n.stage_since, author from new_rows n join old_rows o using (id) where n.stage_id <> o.stage_id;
      end if;
      return null;
    end $$;
    create trigger opportunities_stages_insert after insert on opportunities referencing new table as new_rows
      for each statement execute function note_opportunity_stages();
    create trigger opportunities_stages_update after update on opportunities referencing old table as old_rows new table as new_rows
      for each statement execute function note_opportunity_stages();

    create trigger opportunities_custom before insert or update of custom on opportunities
      for each row when (new.custom <> '{}') execute function check_custom_values('opportunity', 'ck_opportunities_custom');

    -- A value that was there may stay.
    create function refuse_retired_opportunity_words() returns trigger language plpgsql as $$
    begin
      if new.loss_reason is not null and (tg_op = 'INSERT' or new.loss_reason is distinct from old.loss_reason)
         and exists (select 1 from dictionary_values v where v.dictionary = 'loss-reason' and v.code = new.loss_reason and v.retired_at is not null) then
        raise exception '"%" is retired', new.loss_reason using errcode = '23514', constraint = 'ck_opportunities_loss_reason_in_use';
      end if;
      if new.source is not null and (tg_op = 'INSERT' or new.source is distinct from old.source)
         and exists (select 1 from dictionary_values v where v.dictionary = 'opportunity-source' and v.code = new.source and v.retired_at is not null) then
        raise exception '"%" is retired', new.source using errcode = '23514', constraint = 'ck_opportunities_source_in_use';
      end if;
      return new;
    end $$;
    create trigger opportunities_words_in_use before insert or update of loss_reason, source on opportunities
      for each row when (new.loss_reason is not null or new.source is not null) execute function refuse_retired_opportunity_words();

    -- Whoever sells works with deals as with customers; the company narrows it as it likes.
    insert into role_permissions (role_id, permission, scope)
      select r.role_id, replace(r.permission, 'customer:', 'opportunity:'), r.scope from role_permissions r
       where r.permission in ('customer:read', 'customer:create', 'customer:change', 'customer:delete')
         and exists (select 1 from role_permissions x where x.role_id = r.role_id and x.permission = 'statistics:read')
      union
      select r.role_id, 'opportunity:reopen', r.scope from role_permissions r where r.permission = 'customer:change' and r.scope <> 'own'
      on conflict (role_id, permission) do nothing;
  `;
}

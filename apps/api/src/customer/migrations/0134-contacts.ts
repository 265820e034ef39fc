import { SqlMigration } from '../../platform/database/sql-migration.js';

export class Contacts1761000000134 extends SqlMigration {
  readonly name = 'Contacts1761000000134';
  protected readonly sql = `
    alter table contacts
      -- Part in the decision to buy, and how much it weighs.
      add column role text constraint ck_contacts_role
        check (role in ('decision-maker', 'influencer', 'user', 'purchaser', 'gatekeeper', 'finance', 'other')),
      add column influence text constraint ck_contacts_influence check (influence in ('high', 'medium', 'low')),
      add column department text,
      add column birthday date constraint ck_contacts_birthday check (birthday >= '1900-01-01'),
      add column preferred_channel text constraint ck_contacts_preferred_channel
        check (preferred_channel in ('call', 'wechat', 'e-mail', 'sms', 'visit')),
      add column wechat_id text constraint ck_contacts_wechat_uncovered check (wechat_id not like '%***%'),
      -- Still with the firm, or gone: who has left stays readable in what was.
      add column state text not null default 'active' constraint ck_contacts_state check (state in ('active', 'left')),
      add column left_on date,
      add constraint ck_contacts_left_on check (left_on is null or state = 'left'),
      add column phone_normal text generated always as (normal_phone(phone)) stored,
      add column email_normal text generated always as (lower(email)) stored,
      -- Month and day, 229 for the 29th of February: birthdays come back every year.
      add column birthday_key int generated always as
        ((extract(month from birthday) * 100 + extract(day from birthday))::int) stored,
      alter column search_text set expression as
        (lower(name || ' ' || initials || ' ' || coalesce(normal_phone(phone), '') || ' ' || coalesce(email, '')
               || ' ' || coalesce(wechat_id, '') || ' ' || coalesce(department, '')));
    -- What is derived is not written to the log: a reader of it may not see whole phone numbers.
    drop trigger audit_insert on contacts;
    drop trigger audit_update on contacts;
    drop trigger audit_delete on contacts;
    call audit_table('contacts', 'contact', 'search_text,initials,phone_normal,email_normal,birthday_key');

    -- A day of leaving says that somebody has left; who is back has no such day. So a file may give one without the other.
    create function settle_contact_state() returns trigger language plpgsql as $$
    begin
      if tg_op = 'INSERT' or (new.left_on is distinct from old.left_on and new.state = old.state) then
        new.state := 'left';
      else
        new.left_on := null;
      end if;
      return new;
    end $$;
    create trigger contacts_state before insert or update on contacts
      for each row when (new.state = 'active' and new.left_on is not null) execute function settle_contact_state();
    create index ix_contacts_name on contacts ((name collate "zh-x-icu"), id) where deleted_at is null;
    create index ix_contacts_birthday on contacts ((coalesce(birthday_key, 1300)), id) where deleted_at is null;
    create index ix_contacts_role on contacts (role, created_at, id) where deleted_at is null;
    create index ix_contacts_phone on contacts (phone_normal) where deleted_at is null;
    create index ix_contacts_email on contacts (email_normal) where deleted_at is null;

    -- Days of the year that lie in the next days, today included. Who was born on the 29th of February has it on the 28th in other years.
    create function birthdays_within(days int[]) returns int[] language sql stable parallel safe as $$
      select coalesce(array_agg(distinct k.key), '{}') from
        (select (now() at time zone 'Asia/Shanghai')::date as today) as t
        cross join generate_series(0, least(greatest((select max(d) from unnest(days) as d), -1), 366)) as n
        cross join lateral (values (to_char(t.today + n, 'MMDD')::int),
          (case when to_char(t.today + n, 'MMDD') = '0228' and to_char(t.today + n + 1, 'MMDD') = '0301' then 229 end)) as k(key)
       where k.key is not null
    $$;

    -- By which way somebody may be written or called to, as she said it, when, and how that is known. No row: nobody asked her.
    create table contact_consents (
      id         uuid not null default uuidv7() constraint pk_contact_consents primary key,
      contact_id uuid not null constraint fk_contact_consents_contact references contacts (id) on delete cascade,
      channel    text not null constraint ck_contact_consents_channel check (channel in ('call', 'wechat', 'e-mail', 'sms', 'visit')),
      state      text not null constraint ck_contact_consents_state check (state in ('allowed', 'refused')),
      decided_on date not null default (now() at time zone 'Asia/Shanghai')::date,
      source     text,
      version    int not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint uq_contact_consents_channel unique (contact_id, channel),
      -- Consent must be provable (PIPL, article 14).
      constraint ck_contact_consents_source check (state = 'refused' or coalesce(source, '') <> '')
    );
    create index ix_contact_consents_channel on contact_consents (channel, state, contact_id);
    call audit_table('contact_consents', 'contact-consent');

    -- From which customer to which a contact went.
    create table contact_moves (
      id               uuid not null default uuidv7() constraint pk_contact_moves primary key,
      contact_id       uuid not null constraint fk_contact_moves_contact references contacts (id) on delete cascade,
      from_customer_id uuid not null constraint fk_contact_moves_from references customers (id) on delete cascade,
      to_customer_id   uuid not null constraint fk_contact_moves_to references customers (id) on delete cascade,
      reason           text,
      moved_by         uuid not null,
      moved_at         timestamptz not null default now(),
      version          int not null default 1,
      constraint ck_contact_moves_elsewhere check (from_customer_id <> to_customer_id)
    );
    create index ix_contact_moves_contact on contact_moves (contact_id);
    create index ix_contact_moves_from on contact_moves (from_customer_id, moved_at, id);
    create index ix_contact_moves_to on contact_moves (to_customer_id, moved_at, id);
    call audit_table('contact_moves', 'contact-move');

    -- An open deal's contact is one of its customer; a deal that is over goes on naming who it was, wherever he is now.
    alter table opportunities drop constraint fk_opportunities_contact;
    alter table opportunities add constraint fk_opportunities_contact foreign key (primary_contact_id) references contacts (id);
    create function check_deal_contact() returns trigger language plpgsql as $$
    begin
      -- Holds the contact where he is until the commit.
      perform 1 from contacts k where k.id = new.primary_contact_id and k.customer_id = new.customer_id for key share;
      if not found then
        raise exception 'not a contact of the customer of the deal' using errcode = '23503', constraint = 'fk_opportunities_contact';
      end if;
      return null;
    end $$;
    create constraint trigger opportunities_contact_insert after insert on opportunities deferrable initially immediate
      for each row when (new.primary_contact_id is not null) execute function check_deal_contact();
    create constraint trigger opportunities_contact_update after update of primary_contact_id, customer_id on opportunities
      deferrable initially immediate for each row
      when (new.primary_contact_id is not null and (new.primary_contact_id, new.customer_id) is distinct from (old.primary_contact_id, old.customer_id))
      execute function check_deal_contact();

    create function check_contact_deals() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from opportunities o where o.primary_contact_id = new.id and o.customer_id is distinct from new.customer_id
                    and o.state = 'open' and o.deleted_at is null) then
        raise exception 'the contact stands in open deals of the customer before' using errcode = '23514', constraint = 'ck_contacts_open_deals';
      end if;
      return null;
    end $$;
    create constraint trigger contacts_open_deals after update of customer_id on contacts deferrable initially immediate
      for each row when (new.customer_id <> old.customer_id) execute function check_contact_deals();

    -- A deal taken up again, or out of the bin, finds its contact gone elsewhere: then it has none.
    create function drop_gone_contact() returns trigger language plpgsql as $$
    begin
      perform 1 from contacts k where k.id = new.primary_contact_id and k.customer_id = new.customer_id for key share;
      if not found then new.primary_contact_id := null; end if;
      return new;
    end $$;
    create trigger opportunities_40_contact before update of stage_id, deleted_at on opportunities for each row
      when (new.primary_contact_id is not null and new.primary_contact_id = old.primary_contact_id and new.state = 'open' and new.deleted_at is null
            and (old.state <> 'open' or old.deleted_at is not null))
      execute function drop_gone_contact();
  `;
}

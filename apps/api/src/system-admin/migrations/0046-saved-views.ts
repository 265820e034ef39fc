import { SqlMigration } from '../../platform/database/sql-migration.js';

export class SavedViews1761000000046 extends SqlMigration {
  readonly name = 'SavedViews1761000000046';
  protected readonly sql = `
    -- A list as somebody wants to see it again: narrowed, sorted, with these columns.
    create table saved_views (
      id                 uuid not null default uuidv7() constraint pk_saved_views primary key,
      owner_id           uuid not null constraint fk_saved_views_owner references users (id) on delete cascade,
      -- Resource word of a declared list.
      list               text not null constraint ck_saved_views_list check (list ~ '^[a-z][a-z0-9-]{0,59}$'),
      name               text not null constraint ck_saved_views_name check (char_length(name) between 1 and 60),
      query              jsonb not null default '{}' constraint ck_saved_views_query
                         check (jsonb_typeof(query) = 'object' and octet_length(query::text) <= 16000),
      sort               text constraint ck_saved_views_sort check (char_length(sort) <= 60),
      columns            text[] constraint ck_saved_views_columns check (cardinality(columns) between 1 and 200),
      -- How the rows are shown, where a list has more than one way.
      kind               text constraint ck_saved_views_kind check (char_length(kind) <= 30),
      is_shared_with_all boolean not null default false,
      department_ids     uuid[] not null default '{}',
      role_ids           uuid[] not null default '{}',
      version            int not null default 1,
      created_at         timestamptz not null default now(),
      updated_at         timestamptz not null default now()
    );
    create unique index uq_saved_views_name on saved_views (owner_id, list, lower(name));
    create index ix_saved_views_shared on saved_views (list)
      where is_shared_with_all or department_ids <> '{}' or role_ids <> '{}';
    call audit_table('saved_views', 'saved-view');

    -- A menu of more is no help; the lock keeps two that come at once from both being the hundredth.
    create function refuse_too_many_views() returns trigger language plpgsql as $$
    begin
      perform pg_advisory_xact_lock(hashtext('saved_views/' || new.owner_id::text || new.list));
      if (select count(*) from saved_views v where v.owner_id = new.owner_id and v.list = new.list) >= 100 then
        raise exception 'too many saved views' using errcode = '23514', constraint = 'ck_saved_views_most';
      end if;
      return new;
    end $$;
    create trigger saved_views_most before insert on saved_views for each row execute function refuse_too_many_views();

    -- The view with which a person's list opens.
    create table saved_view_defaults (
      id      uuid not null default uuidv7() constraint pk_saved_view_defaults primary key,
      user_id uuid not null constraint fk_saved_view_defaults_user references users (id) on delete cascade,
      list    text not null,
      view_id uuid not null constraint fk_saved_view_defaults_view references saved_views (id) on delete cascade,
      constraint uq_saved_view_defaults_list unique (user_id, list)
    );
    create index ix_saved_view_defaults_view on saved_view_defaults (view_id);
    call audit_table('saved_view_defaults', 'saved-view-default');

    select set_config('juke.context', '{"actorId": "00000000-0000-0000-0000-000000000000", "actorName": "system", "action": "system.upgrade"}', true);
    -- Who sees more than her own customers may show others how to look at them; the administrator may everything.
    insert into role_permissions (role_id, permission, scope)
      select role_id, 'saved-view:share', 'all' from role_permissions where permission = 'customer:read' and scope <> 'own'
      union select id, 'saved-view:share', 'all' from roles where code = 'administrator'
      on conflict (role_id, permission) do nothing;
  `;
}

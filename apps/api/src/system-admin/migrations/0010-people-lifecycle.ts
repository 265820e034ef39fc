import { SqlMigration } from '../../platform/database/sql-migration.js';

export class PeopleLifecycle1761000000010 extends SqlMigration {
  readonly name = 'PeopleLifecycle1761000000010';
  protected readonly sql = `
    create table positions (
      id         uuid not null default uuidv7() constraint pk_positions primary key,
      name       text not null constraint uq_positions_name unique constraint ck_positions_name check (name <> ''),
      is_retired boolean not null default false,
      version    int not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    );
    call audit_table('positions', 'position');

    alter table users
      add column position_id uuid constraint fk_users_position references positions (id),
      add column password_changed_at timestamptz not null default now(),
      alter column password_hash drop not null,
      drop constraint ck_users_state,
      add constraint ck_users_state check (state in ('invited', 'active', 'disabled', 'anonymised'));
    create index ix_users_position on users (position_id);
    create index ix_users_email on users (lower(email));
    drop trigger audit_insert on users;
    drop trigger audit_update on users;
    drop trigger audit_delete on users;
    call audit_table('users', 'user', 'password_hash,password_changed_at,search_text,initials,failed_attempts,last_sign_in_at');

    -- Departments: a tree with whole names (公司/销售部/华东), by which a file can tell two of the same name apart.
    create sequence department_codes;
    alter table departments
      alter column code set default 'd' || lpad(nextval('department_codes')::text, 4, '0'),
      add column path text not null default '',
      add constraint ck_departments_name check (name <> '' and position('/' in name) = 0);
    drop trigger audit_insert on departments;
    drop trigger audit_update on departments;
    drop trigger audit_delete on departments;
    with recursive tree as (
      select id, name as path from departments where parent_id is null
      union all select d.id, tree.path || '/' || d.name from departments d join tree on d.parent_id = tree.id
    ) update departments d set path = tree.path from tree where tree.id = d.id;
    alter table departments add constraint uq_departments_path unique (path);
    call audit_table('departments', 'department', 'path');

    create function department_path() returns trigger language plpgsql as $$
    begin
      new.path := coalesce((select p.path || '/' from departments p where p.id = new.parent_id), '') || new.name;
      return new;
    end $$;
    create trigger departments_path before insert or update of name, parent_id on departments
      for each row execute function department_path();

    create function department_paths_below() returns trigger language plpgsql as $$
    begin
      update departments set path = new.path || '/' || name where parent_id = new.id;
      return null;
    end $$;
    create trigger departments_paths_below after update on departments
      for each row when (old.path is distinct from new.path) execute function department_paths_below();

    -- Two moves at once could each be right and together a circle, so moves wait in line.
    create function department_tree() returns trigger language plpgsql as $$
    begin
      perform pg_advisory_xact_lock(7130004);
      if exists (
        with recursive above as (
          select new.parent_id as id
          union select d.parent_id from departments d join above on d.id = above.id where d.parent_id is not null
        ) select 1 from above where id = new.id
      ) then
        raise exception 'A department cannot be below itself.'
          using errcode = '23514', constraint = 'ck_departments_tree', table = 'departments';
      end if;
      return new;
    end $$;
    create trigger departments_tree before update of parent_id on departments
      for each row when (new.parent_id is not null) execute function department_tree();

    -- One-time links by mail or hand: to choose the first password, or a new one. Only hashes are kept.
    create table one_time_links (
      id         uuid not null default uuidv7() constraint pk_one_time_links primary key,
      user_id    uuid not null constraint fk_one_time_links_user references users (id) on delete cascade,
      purpose    text not null constraint ck_one_time_links_purpose check (purpose in ('invitation', 'password-reset')),
      token_hash text not null constraint uq_one_time_links_token unique,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      used_at    timestamptz,
      ended_at   timestamptz
    );
    create index ix_one_time_links_user on one_time_links (user_id, created_at);
    call audit_table('one_time_links', 'one-time-link', 'token_hash');
  `;
}

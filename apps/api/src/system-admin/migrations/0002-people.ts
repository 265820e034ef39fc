import { SqlMigration } from '../../platform/database/sql-migration.js';

export class People1761000000002 extends SqlMigration {
  readonly name = 'People1761000000002';
  protected readonly sql = `
    create table departments (
      id         uuid not null default uuidv7() constraint pk_departments primary key,
      code       text not null constraint uq_departments_code unique,
      name       text not null,
      parent_id  uuid constraint fk_departments_parent references departments (id),
      leader_id  uuid,
      version    int not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint ck_departments_not_own_parent check (parent_id <> id)
    );
    create index ix_departments_parent on departments (parent_id);

    create table users (
      id                   uuid not null default uuidv7() constraint pk_users primary key,
      username             text not null,
      display_name         text not null,
      email                text,
      phone                text,
      department_id        uuid constraint fk_users_department references departments (id),
      password_hash        text not null,
      must_change_password boolean not null default true,
      is_demo              boolean not null default false,
      locale               text not null default 'zh-CN' constraint ck_users_locale check (locale in ('zh-CN', 'en')),
      state                text not null default 'active' constraint ck_users_state check (state in ('active', 'disabled')),
      failed_attempts      int not null default 0,
      locked_until         timestamptz,
      last_sign_in_at      timestamptz,
      initials             text not null default '',
      search_text          text not null generated always as
                           (lower(display_name || ' ' || initials || ' ' || username || ' ' || coalesce(email, '') || ' ' || coalesce(phone, ''))) stored,
      version              int not null default 1,
      created_at           timestamptz not null default now(),
      updated_at           timestamptz not null default now(),
      constraint ck_users_username check (username ~ '^[a-z0-9][a-z0-9._-]{1,49}$')
    );
    create unique index uq_users_username on users (username);
    create index ix_users_department on users (department_id);
    create index ix_users_created on users (created_at, id);
    create index ix_users_search on users using gin (ngram2(search_text));
    alter table departments add constraint fk_departments_leader foreign key (leader_id) references users (id);

    create table roles (
      id          uuid not null default uuidv7() constraint pk_roles primary key,
      code        text not null constraint uq_roles_code unique,
      name        text not null,
      is_built_in boolean not null default false,
      version     int not null default 1,
      created_at  timestamptz not null default now(),
      updated_at  timestamptz not null default now()
    );

    create table role_permissions (
      id         uuid not null default uuidv7() constraint pk_role_permissions primary key,
      role_id    uuid not null constraint fk_role_permissions_role references roles (id),
      permission text not null,
      scope      text not null constraint ck_role_permissions_scope
                 check (scope in ('own', 'department', 'department_and_below', 'all')),
      constraint uq_role_permissions unique (role_id, permission)
    );

    create table user_roles (
      id      uuid not null default uuidv7() constraint pk_user_roles primary key,
      user_id uuid not null constraint fk_user_roles_user references users (id),
      role_id uuid not null constraint fk_user_roles_role references roles (id),
      constraint uq_user_roles unique (user_id, role_id)
    );
    create index ix_user_roles_role on user_roles (role_id);

    -- One sign-in on one device. Ending it ends its access tokens and its family of refresh tokens.
    create table sessions (
      id         uuid not null default uuidv7() constraint pk_sessions primary key,
      user_id    uuid not null constraint fk_sessions_user references users (id),
      ip         text,
      user_agent text,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      ended_at   timestamptz,
      end_reason text
    );
    create index ix_sessions_user on sessions (user_id) where ended_at is null;

    -- Only hashes. A token is used once; one that comes again was stolen, or its successor was.
    create table refresh_tokens (
      token_hash text not null constraint pk_refresh_tokens primary key,
      session_id uuid not null constraint fk_refresh_tokens_session references sessions (id),
      created_at timestamptz not null default now(),
      used_at    timestamptz
    );
    create index ix_refresh_tokens_session on refresh_tokens (session_id);

    create table notifications (
      id         uuid not null default uuidv7() constraint pk_notifications primary key,
      user_id    uuid not null constraint fk_notifications_user references users (id),
      kind       text not null,
      params     jsonb not null default '{}',
      link       text,
      read_at    timestamptz,
      created_at timestamptz not null default now()
    );
    create index ix_notifications_user on notifications (user_id, created_at desc, id desc);
    create index ix_notifications_unread on notifications (user_id) where read_at is null;

    call audit_table('departments', 'department');
    call audit_table('users', 'user', 'password_hash,search_text,initials,failed_attempts,last_sign_in_at');
    call audit_table('roles', 'role');
    call audit_table('role_permissions', 'role-permission');
    call audit_table('user_roles', 'user-role');
    call audit_table('sessions', 'session');
  `;
}

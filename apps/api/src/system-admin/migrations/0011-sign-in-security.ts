import { SqlMigration } from '../../platform/database/sql-migration.js';

export class SignInSecurity1761000000011 extends SqlMigration {
  readonly name = 'SignInSecurity1761000000011';
  protected readonly sql = `
    -- One row: what the company asks of passwords and keeps of sign-ins.
    create table security_policies (
      id                     uuid not null default uuidv7() constraint pk_security_policies primary key,
      is_the_one             boolean not null default true constraint uq_security_policies_the_one unique
                             constraint ck_security_policies_the_one check (is_the_one),
      min_password_length    int not null default 10 constraint ck_security_policies_length check (min_password_length between 8 and 64),
      password_history       int not null default 3 constraint ck_security_policies_history check (password_history between 0 and 12),
      password_max_age_days  int not null default 0 constraint ck_security_policies_age check (password_max_age_days between 0 and 3650),
      invitation_hours       int not null default 168 constraint ck_security_policies_invitation check (invitation_hours between 1 and 720),
      reset_minutes          int not null default 60 constraint ck_security_policies_reset check (reset_minutes between 5 and 1440),
      sign_in_history_days   int not null default 180 constraint ck_security_policies_retention check (sign_in_history_days between 7 and 3650),
      version                int not null default 1,
      created_at             timestamptz not null default now(),
      updated_at             timestamptz not null default now()
    );
    insert into security_policies default values;
    call audit_table('security_policies', 'security-policy');

    alter table roles add column requires_second_factor boolean not null default false;

    create table password_history (
      id            uuid not null default uuidv7() constraint pk_password_history primary key,
      user_id       uuid not null constraint fk_password_history_user references users (id) on delete cascade,
      password_hash text not null,
      created_at    timestamptz not null default now()
    );
    create index ix_password_history_user on password_history (user_id, id desc);

    create table second_factors (
      id            uuid not null default uuidv7() constraint pk_second_factors primary key,
      user_id       uuid not null constraint fk_second_factors_user references users (id) on delete cascade
                    constraint uq_second_factors_user unique,
      sealed_secret text not null,
      -- Time step of the last code that was taken: a code works once.
      last_step     bigint not null default 0,
      confirmed_at  timestamptz,
      created_at    timestamptz not null default now()
    );
    call audit_table('second_factors', 'second-factor', 'sealed_secret,last_step');

    create table recovery_codes (
      id         uuid not null default uuidv7() constraint pk_recovery_codes primary key,
      user_id    uuid not null constraint fk_recovery_codes_user references users (id) on delete cascade,
      code_hash  text not null,
      used_at    timestamptz,
      created_at timestamptz not null default now(),
      constraint uq_recovery_codes unique (user_id, code_hash)
    );
    call audit_table('recovery_codes', 'recovery-code', 'code_hash');

    alter table sessions
      add column method text not null default 'password' constraint ck_sessions_method check (method in ('password', 'sso')),
      add column last_seen_at timestamptz not null default now();
    drop trigger audit_insert on sessions;
    drop trigger audit_update on sessions;
    drop trigger audit_delete on sessions;
    call audit_table('sessions', 'session', 'last_seen_at');

    -- A log itself, kept for the days that the policy says. Names that fit nobody are not kept: people type passwords there.
    create table sign_in_attempts (
      id          uuid not null default uuidv7() constraint pk_sign_in_attempts primary key,
      user_id     uuid constraint fk_sign_in_attempts_user references users (id) on delete cascade,
      method      text not null constraint ck_sign_in_attempts_method check (method in ('password', 'sso', 'reset-request')),
      succeeded   boolean not null,
      reason      text,
      ip          text,
      user_agent  text,
      occurred_at timestamptz not null default now()
    );
    create index ix_sign_in_attempts_user on sign_in_attempts (user_id, occurred_at desc, id desc);
    create index ix_sign_in_attempts_ip on sign_in_attempts (ip, occurred_at);
    create index ix_sign_in_attempts_occurred on sign_in_attempts (occurred_at);

    -- The person at the company's identity provider: issuer and subject never change, an address may.
    alter table users
      add column sso_issuer text,
      add column sso_subject text,
      add constraint uq_users_sso unique (sso_issuer, sso_subject),
      add constraint ck_users_sso check ((sso_issuer is null) = (sso_subject is null));
  `;
}

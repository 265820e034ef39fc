import { escapeIdentifier, escapeLiteral } from 'pg';
import type { DataSource } from 'typeorm';

/** Tables that nobody writes directly: only triggers and functions of the database do, with their owner's rights. */
const WRITTEN_BY_THE_DATABASE = ['audit_entries', 'audit_seals', 'audit_redactions'];
/** What only migrations write. */
const READ_ONLY = ['schema_migrations'];

/** The application could not be given a database user of its own. */
export class ApplicationRoleError extends Error {}

/**
 * Gives the user of `applicationUrl` what the application needs and no more: to read and write records, not to change the
 * schema, and not to touch the audit log. Makes the user where there is none and the owner may. Safe to repeat: it runs
 * after every migration, so that new tables are covered.
 * @param owner connected as the owner of the schema
 */
export async function grantToApplication(owner: DataSource, applicationUrl: string): Promise<void> {
  const { username, password } = new URL(applicationUrl);
  const name = decodeURIComponent(username);
  const [current] = await owner.query<{ name: string }[]>(`select current_user as name`);
  if (current!.name === name) return;
  await ensureRole(owner, name, decodeURIComponent(password));
  await owner.query(grants(escapeIdentifier(name)));
}

async function ensureRole(owner: DataSource, name: string, password: string): Promise<void> {
  const [role] = await owner.query<{ rolsuper: boolean }[]>(
    `select rolsuper from pg_roles where rolname = $1`,
    [name],
  );
  if (role?.rolsuper)
    throw new ApplicationRoleError(
      `The user "${name}" of DATABASE_URL is a superuser; the application must not be.`,
    );
  const [me] = await owner.query<{ may: boolean }[]>(
    `select rolsuper or rolcreaterole as may from pg_roles where rolname = current_user`,
  );
  if (!role && !me!.may)
    throw new ApplicationRoleError(
      `There is no database user "${name}". Make it as the superuser: CREATE ROLE ${escapeIdentifier(name)} LOGIN PASSWORD '…';`,
    );
  const login = `${escapeIdentifier(name)} login nosuperuser nocreatedb nocreaterole password ${escapeLiteral(password)}`;
  if (!role) await owner.query(`create role ${login}`);
}

const grants = (role: string): string => `
  do $$ begin execute format('grant connect, temporary on database %I to ${role}', current_database()); end $$;
  revoke create on schema public from public, ${role};
  grant usage on schema public, job_queue to ${role};
  grant select, insert, update, delete, maintain on all tables in schema public, job_queue to ${role};
  grant usage, select, update on all sequences in schema public, job_queue to ${role};
  revoke all on ${[...WRITTEN_BY_THE_DATABASE, ...READ_ONLY].join(', ')} from ${role};
  grant select on ${[...WRITTEN_BY_THE_DATABASE, ...READ_ONLY].join(', ')} to ${role};
  grant execute on procedure audit_forget(uuid) to ${role};
  grant execute on function seal_audit(bigint, int) to ${role};
  grant execute on function expire_audit(timestamptz, int) to ${role};`;

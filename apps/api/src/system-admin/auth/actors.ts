import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Actor, DataScope } from '../../platform/auth/actor.js';
import { DATA_SCOPES } from '../../platform/auth/actor.js';
import { ActorSource } from '../../platform/auth/actor-source.js';
import { Rows } from '../../platform/database/rows.js';
import { LiveHub } from '../../platform/events/live-hub.js';

/** A safety net only: the events below empty the cache at once. */
const TRUSTED_FOR_MS = 30_000;
const MOST_CACHED = 5_000;
const CHANGES_RIGHTS = /^(user|role|department|session)\./;

interface ActorRow {
  id: string;
  display_name: string;
  department_id: string | null;
  locale: 'zh-CN' | 'en';
  must_change_password: boolean;
  department_tree: string[];
  permissions: [string, DataScope][] | null;
}

const ACTOR = `
  select u.id, u.display_name, u.department_id, u.locale, u.must_change_password,
         array(with recursive tree as (
                 select d.id from departments d where d.id = u.department_id
                 union select d.id from departments d join tree on d.parent_id = tree.id)
               select id from tree) as department_tree,
         (select json_agg(json_build_array(p.permission, p.scope))
            from user_roles r join role_permissions p on p.role_id = r.role_id where r.user_id = u.id) as permissions
    from users u`;
const BY_SESSION = `${ACTOR} join sessions s on s.user_id = u.id
   where u.id = $1 and s.id = $2 and u.state = 'active' and s.ended_at is null and s.expires_at > now()`;
const BY_USER = `${ACTOR} where u.id = $1 and u.state = 'active'`;

/** Actors with their rights, kept briefly: a request must not cost a join over roles. */
@Injectable()
export class Actors extends ActorSource implements OnModuleInit, OnModuleDestroy {
  private readonly cache = new Map<string, { actor: Actor; until: number }>();
  private unwatch: (() => void) | undefined;

  constructor(
    private readonly rows: Rows,
    private readonly hub: LiveHub,
  ) {
    super();
  }

  onModuleInit(): void {
    this.unwatch = this.hub.watch(({ name }) => {
      if (CHANGES_RIGHTS.test(name)) this.forget();
    });
  }

  onModuleDestroy(): void {
    this.unwatch?.();
  }

  /** Empties the cache of this process at once; other processes follow by event. */
  forget(): void {
    this.cache.clear();
  }

  async bySession(userId: string, sessionId: string): Promise<Actor | undefined> {
    const now = Date.now();
    const cached = this.cache.get(sessionId);
    if (cached && cached.until > now && cached.actor.id === userId) return cached.actor;
    const row = await this.rows.one<ActorRow>(BY_SESSION, [userId, sessionId]);
    if (!row) {
      this.cache.delete(sessionId);
      return undefined;
    }
    const actor = toActor(row, sessionId);
    if (this.cache.size >= MOST_CACHED) this.cache.clear();
    this.cache.set(sessionId, { actor, until: now + TRUSTED_FOR_MS });
    return actor;
  }

  async byUser(userId: string): Promise<Actor | undefined> {
    const row = await this.rows.one<ActorRow>(BY_USER, [userId]);
    return row && toActor(row);
  }
}

const width = (scope: DataScope): number => DATA_SCOPES.indexOf(scope);

function toActor(row: ActorRow, sessionId?: string): Actor {
  const permissions = new Map<string, DataScope>();
  for (const [permission, scope] of row.permissions ?? []) {
    const known = permissions.get(permission);
    if (!known || width(scope) > width(known)) permissions.set(permission, scope);
  }
  return {
    id: row.id,
    name: row.display_name,
    departmentId: row.department_id,
    departmentTree: row.department_tree,
    permissions,
    locale: row.locale,
    mustChangePassword: row.must_change_password,
    origin: sessionId ? { requestId: '', ip: '', sessionId } : undefined,
  };
}

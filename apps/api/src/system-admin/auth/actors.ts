import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Actor, DataScope } from '../../platform/auth/actor.js';
import { DATA_SCOPES, may } from '../../platform/auth/actor.js';
import { ActorSource } from '../../platform/auth/actor-source.js';
import { Rows } from '../../platform/database/rows.js';
import { LiveHub } from '../../platform/events/live-hub.js';
import { ApiKeyOwnerInactiveError, ApiKeyRevokedError } from '../api-keys/api-key.errors.js';
import { actorOf, ApiKeyUses, refuseAddress, refuseEnded, type KeyInUse } from '../api-keys/api-key-uses.js';
import { hashOf } from '../api-keys/api-key-secret.js';

import { beyondOwn } from '../roles/grants.js';

/** A safety net only: the events below empty the cache at once. */
const TRUSTED_FOR_MS = 30_000;
const MOST_CACHED = 5_000;
const CHANGES_RIGHTS = /^(user|role|department|session|api-key)\./;

interface ActorRow {
  id: string;
  display_name: string;
  department_id: string | null;
  locale: 'zh-CN' | 'en';
  must_change_password: boolean;
  must_enrol: boolean;
  department_tree: string[];
  permissions: [string, DataScope][] | null;
}

/** Set by somebody else, or older than the policy allows. */
export const MUST_CHANGE_PASSWORD = `(u.must_change_password or exists (select 1 from security_policies y
  where y.password_max_age_days > 0 and not u.is_demo and u.password_changed_at < now() - make_interval(days => y.password_max_age_days)))`;
/** A role asks for a second factor and there is none. Who comes by single sign-on proved hers there. */
export const MUST_ENROL = `(coalesce(s.method, 'password') = 'password'
  and exists (select 1 from user_roles ur join roles r on r.id = ur.role_id where ur.user_id = u.id and r.requires_second_factor)
  and not exists (select 1 from second_factors f where f.user_id = u.id and f.confirmed_at is not null))`;

const actorSql = (session: string): string => `
  select u.id, u.display_name, u.department_id, u.locale, ${MUST_CHANGE_PASSWORD} as must_change_password,
         ${MUST_ENROL} as must_enrol,
         array(with recursive tree as (
                 select d.id from departments d where d.id = u.department_id
                 union select d.id from departments d join tree on d.parent_id = tree.id)
               select id from tree) as department_tree,
         (select json_agg(json_build_array(p.permission, p.scope))
            from user_roles r join role_permissions p on p.role_id = r.role_id where r.user_id = u.id) as permissions
    from users u ${session}`;
const BY_SESSION = `${actorSql('join sessions s on s.user_id = u.id')}
   where u.id = $1 and s.id = $2 and u.state = 'active' and s.ended_at is null and s.expires_at > now()`;
const BY_USER = `${actorSql('left join sessions s on false')} where u.id = $1 and u.state = 'active'`;

/** Half an hour at most, while the viewer's own session lives; both must be who they were. */
const VIEW = `select viewer_id as "viewerId", expires_at as "until" from user_views
  where id = $1 and session_id = $2 and user_id = $3 and ended_at is null and expires_at > now()`;

/** Actors with their rights, kept briefly: a request must not cost a join over roles. */
@Injectable()
export class Actors extends ActorSource implements OnModuleInit, OnModuleDestroy {
  private readonly cache = new Map<string, { actor: Actor; until: number }>();
  private readonly keys = new Map<string, { actor: Actor; key: KeyInUse; until: number }>();
  private unwatch: (() => void) | undefined;

  constructor(
    private readonly rows: Rows,
    private readonly hub: LiveHub,
    private readonly keyUses: ApiKeyUses,
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
    this.keys.clear();
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

  async byView(userId: string, sessionId: string, viewId: string): Promise<Actor | undefined> {
    const view = await this.rows.one<{ viewerId: string; until: Date }>(VIEW, [viewId, sessionId, userId]);
    const viewer = view && (await this.bySession(view.viewerId, sessionId));
    if (!view || !viewer || !may(viewer, 'user:see-as')) return undefined;
    const seen = await this.byUser(userId);
    // Rights may have grown, or shrunk, since the look began.
    const grants = [...(seen?.permissions ?? [])].map(([code, scope]) => ({ code, scope }));
    if (!seen || beyondOwn(grants, viewer).length > 0) return undefined;
    const seenBy = { id: viewer.id, name: viewer.name, until: view.until.toISOString() };
    return {
      ...seen,
      mustChangePassword: false,
      mustEnrolSecondFactor: false,
      origin: { requestId: '', ip: '', sessionId, seenBy },
    };
  }

  async byApiKey(secret: string, ip: string): Promise<Actor> {
    const { key, actor } = await this.keyed(secret);
    // Time passes and addresses differ while the rest is cached.
    refuseEnded(key);
    refuseAddress(key, ip);
    await this.keyUses.note(key, ip);
    return actor;
  }

  async byApiKeyId(id: string): Promise<Actor> {
    const key = await this.keyUses.byId(id);
    if (!key) throw new ApiKeyRevokedError();
    return this.ownedBy(key);
  }

  private async keyed(secret: string): Promise<{ key: KeyInUse; actor: Actor }> {
    const hash = hashOf(secret);
    const cached = this.keys.get(hash);
    if (cached && cached.until > Date.now()) return cached;
    const key = await this.keyUses.bySecret(secret);
    const found = { key, actor: await this.ownedBy(key), until: Date.now() + TRUSTED_FOR_MS };
    if (this.keys.size >= MOST_CACHED) this.keys.clear();
    this.keys.set(hash, found);
    return found;
  }

  private async ownedBy(key: KeyInUse): Promise<Actor> {
    refuseEnded(key);
    const owner = await this.byUser(key.userId);
    if (!owner) throw new ApiKeyOwnerInactiveError();
    return actorOf(owner, key);
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
    mustEnrolSecondFactor: row.must_enrol,
    origin: sessionId ? { requestId: '', ip: '', sessionId } : undefined,
  };
}

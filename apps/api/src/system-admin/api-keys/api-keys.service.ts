import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../../platform/auth/actor.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import {
  ForbiddenActionError,
  IllegalActionError,
  InvalidInputError,
  RecordNotFoundError,
} from '../../platform/errors/common.errors.js';
import type { FieldProblem } from '../../platform/errors/domain-error.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import { Lists, type Page } from '../../platform/lists/lists.js';
import { isWithinScope } from '../../platform/lists/scope.js';
import { Actors } from '../auth/actors.js';
import { asKept, beyondOwn, grantProblems, type Grant } from '../roles/grants.js';
import { RoleBeyondOwnError } from '../users/user.errors.js';
import { UserRoles } from '../users/user-roles.js';
import { isNetwork } from '../../platform/outgoing/networks.js';
import type { ApiKeyDto, CreateApiKeyDto, CreatedApiKeyDto } from './api-key.dto.js';
import { apiKeyList } from './api-key.list.js';
import { hashOf, newSecret, prefixOf } from './api-key-secret.js';

const INSERT = `insert into api_keys (user_id, name, prefix, secret_hash, permissions, allowed_addresses, expires_at, created_by)
  values ($1, $2, $3, $4, $5, $6::text[]::inet[], $7, $8) returning id`;
const REVOKE = `update api_keys set revoked_at = now(), updated_at = now(), version = version + 1
  where id = $1 and revoked_at is null returning user_id as "userId"`;

/** Life of a key: made and revoked. What it may do never changes; whoever wants that otherwise makes another. */
@Injectable()
export class ApiKeysService {
  constructor(
    private readonly lists: Lists,
    private readonly work: UnitOfWork,
    private readonly userRoles: UserRoles,
    private readonly actors: Actors,
  ) {}

  async page(query: RawQuery, actor: Actor): Promise<Page<ApiKeyDto>> {
    const page = await this.lists.page<ApiKeyDto>(apiKeyList, query, actor);
    return { ...page, items: page.items.map(withAllowedActions) };
  }

  async read(id: string, actor: Actor): Promise<ApiKeyDto> {
    return withAllowedActions(await this.lists.one<ApiKeyDto>(apiKeyList, id, actor));
  }

  /** The only time that the secret is told. */
  async create(dto: CreateApiKeyDto, actor: Actor): Promise<CreatedApiKeyDto> {
    const secret = newSecret();
    const id = await this.work.run(actor, 'api-key.create', async (unit) => {
      const ownerId = await this.ownerFor(unit, dto.userId ?? actor.id);
      const permissions = asKept(dto.permissions);
      await this.refuseWrong(dto, permissions, ownerId, actor);
      const [made] = await unit.query<{ id: string }>(INSERT, [
        ownerId,
        dto.name,
        prefixOf(secret),
        hashOf(secret),
        JSON.stringify(permissions),
        dto.allowedAddresses ?? [],
        dto.expiresAt ?? null,
        actor.id,
      ]);
      announce(unit, 'api-key.created', made!.id, ownerId);
      return made!.id;
    });
    return { ...(await this.read(id, actor)), secret };
  }

  /** Ends at once, in this process and by event in the others. @throws IllegalActionError when it was revoked before */
  async revoke(id: string, actor: Actor): Promise<ApiKeyDto> {
    await this.lists.one(apiKeyList, id, actor);
    await this.work.run(actor, 'api-key.revoke', async (unit) => {
      const [revoked] = await unit.query<{ userId: string }>(REVOKE, [id]);
      if (!revoked) throw new IllegalActionError('api-key', 'revoke', 'revoked');
      announce(unit, 'api-key.revoked', id, revoked.userId);
    });
    this.actors.forget();
    return this.read(id, actor);
  }

  /**
   * A key acts as its user and sees what is hers: making one for somebody else takes what resetting her password takes.
   * @throws RecordNotFoundError, ForbiddenActionError, RoleBeyondOwnError, IllegalActionError
   */
  private async ownerFor(unit: Unit, userId: string): Promise<string> {
    const { actor } = unit;
    const [owner] = await unit.query<{ departmentId: string | null; state: string }>(
      `select department_id as "departmentId", state from users where id = $1 and state <> 'anonymised' for share`,
      [userId],
    );
    const place = { ownerId: userId, departmentId: owner?.departmentId ?? null };
    if (!owner || !isWithinScope(place, 'api-key:manage', actor))
      throw new RecordNotFoundError('user', userId);
    if (userId !== actor.id) {
      if (!may(actor, 'user:manage')) throw new ForbiddenActionError('user:manage');
      await this.userRoles.refuseBeyond(unit, [userId], actor);
    }
    if (owner.state !== 'active') throw new IllegalActionError('user', 'create-api-key', owner.state);
    return userId;
  }

  private async refuseWrong(
    { allowedAddresses = [], expiresAt, permissions: wanted }: CreateApiKeyDto,
    permissions: readonly Grant[],
    ownerId: string,
    actor: Actor,
  ): Promise<void> {
    const problems: FieldProblem[] = grantProblems(permissions);
    if (wanted.length === 0)
      problems.push({ pointer: '/permissions', rule: 'required', detail: 'Choose at least one permission.' });
    for (const [index, text] of allowedAddresses.entries())
      if (!isNetwork(text))
        problems.push({
          pointer: `/allowedAddresses/${index}`,
          rule: 'network',
          detail: `"${text}" is no address and no network such as 10.0.0.0/8.`,
        });
    if (expiresAt && !(new Date(expiresAt).getTime() > Date.now()))
      problems.push({
        pointer: '/expiresAt',
        rule: 'future',
        detail: 'Choose a time that is still to come.',
      });
    if (problems.length > 0) throw new InvalidInputError(problems);
    const beyond = beyondOwn(permissions, actor);
    if (beyond.length > 0) throw new RoleBeyondOwnError(beyond.slice(0, 20));
    const owner = ownerId === actor.id ? actor : await this.actors.byUser(ownerId);
    const notHers = owner ? beyondOwn(permissions, owner) : [];
    if (notHers.length > 0)
      throw new InvalidInputError(
        notHers.map((code) => ({
          pointer: `/permissions/${permissions.findIndex((grant) => grant.code === code)}`,
          rule: 'beyond-owner',
          detail: `The user of this key may not "${code}", or not as far.`,
        })),
      );
  }
}

const announce = (unit: Unit, name: string, recordId: string, ownerId: string): void =>
  unit.emit({ name, resource: 'api-key', recordId, audience: { permission: 'api-key:manage', ownerId } });

const withAllowedActions = (key: Omit<ApiKeyDto, 'allowedActions'>): ApiKeyDto => ({
  ...key,
  allowedActions: key.state === 'revoked' ? [] : ['revoke'],
});

import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { lockRecord } from '../../platform/database/lock-record.js';
import { Rows } from '../../platform/database/rows.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { InvalidInputError } from '../../platform/errors/common.errors.js';
import { Notifications } from '../../platform/notifications/notifications.js';
import { HandOver, type Holding } from '../../platform/hand-over/hand-over.js';
import { HandOverResources, type HandOverResource } from '../../platform/hand-over/hand-over-resource.js';
import { AccountState } from './account-state.js';
import type { HandedOverDto, HandOverDto, TransferDto } from './user-hand-over.dto.js';
import { HoldingsChangedError, StillHoldsError } from './user-hand-over.errors.js';
import { User } from './user.entity.js';
import { OwnAccountError } from './user.errors.js';
import { refuseUserAction } from './user.transitions.js';
import { UserRoles } from './user-roles.js';

const LEADERSHIP: HandOverResource = {
  resource: 'department',
  label: { zh: '负责的部门', en: 'Departments led' },
  table: 'departments',
  holder: 'leader_id',
  group: { key: 't.id', name: 't.name' },
};

const ACTIVE = `select id from users where id = any($1::uuid[]) and state = 'active' for share`;

/** A leaver's records, reviewed, then given to others in one transaction. */
@Injectable()
export class UserHandOverService implements OnModuleInit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rows: Rows,
    private readonly resources: HandOverResources,
    private readonly handOver: HandOver,
    private readonly notifications: Notifications,
    private readonly roles: UserRoles,
    private readonly account: AccountState,
  ) {}

  onModuleInit(): void {
    this.resources.register(LEADERSHIP);
  }

  holdings(userId: string): Promise<Holding[]> {
    return this.handOver.holdings((text, values) => this.rows.all(text, values), userId);
  }

  /** @throws HoldingsChangedError, StillHoldsError (with `disable`), OwnAccountError, RoleBeyondOwnError, InvalidInputError */
  async run(userId: string, { transfers, disable }: HandOverDto, actor: Actor): Promise<HandedOverDto> {
    if (userId === actor.id) throw new OwnAccountError();
    const outcome = await this.work.run(actor, 'user.hand-over', async (unit) => {
      const leaver = await lockRecord(unit, User, 'user', userId);
      refuseUserAction(leaver.state, 'hand-over');
      await this.roles.refuseBeyond(unit, [userId], actor);
      await this.refuseBadSuccessors(unit, userId, transfers);
      const moved = await this.move(unit, leaver, transfers);
      const left = sum(await this.handOver.holdings(unit.query, userId));
      if (disable && left > 0) throw new StillHoldsError(left);
      if (disable && leaver.state === 'active') await this.account.disable(unit, leaver);
      unit.emit({
        name: 'user.handed-over',
        resource: 'user',
        recordId: userId,
        audience: { permission: 'user:read' },
      });
      return { moved, left };
    });
    this.account.changed();
    return outcome;
  }

  private async move(unit: Unit, leaver: User, transfers: readonly TransferDto[]): Promise<number> {
    const held = await this.handOver.holdings(unit.query, leaver.id);
    const received = new Map<string, number>();
    for (const transfer of transfers) {
      const groups = held.find(({ resource }) => resource === transfer.resource)?.groups;
      const now = groups?.find(({ key }) => key === transfer.group)?.count ?? 0;
      const moved = now === transfer.count ? await this.handOver.transfer(unit, leaver.id, transfer) : now;
      if (moved !== transfer.count) throw new HoldingsChangedError(transfer.resource, transfer.count, moved);
      received.set(transfer.successorId, (received.get(transfer.successorId) ?? 0) + moved);
    }
    for (const [successorId, count] of received) {
      const params = { name: leaver.displayName, count };
      await this.notifications.notify(unit, successorId, {
        kind: 'user.handed-over',
        params,
        link: '/customers',
      });
    }
    return [...received.values()].reduce((total, count) => total + count, 0);
  }

  private async refuseBadSuccessors(
    unit: Unit,
    userId: string,
    transfers: readonly TransferDto[],
  ): Promise<void> {
    const wanted = [...new Set(transfers.map(({ successorId }) => successorId))];
    const active = new Set((await unit.query<{ id: string }>(ACTIVE, [wanted])).map(({ id }) => id));
    const bad = transfers.flatMap(({ successorId }, index) =>
      successorId === userId || !active.has(successorId) ? [index] : [],
    );
    if (bad.length === 0) return;
    throw new InvalidInputError(
      bad.map((index) => ({
        pointer: `/transfers/${index}/successorId`,
        rule: 'reference',
        detail: 'Choose an active colleague.',
      })),
    );
  }
}

const sum = (holdings: readonly Holding[]): number => holdings.reduce((total, { count }) => total + count, 0);

import { Injectable } from '@nestjs/common';
import type { Unit } from '../database/unit-of-work.js';
import { HandOverResources, NO_GROUP, type HandOverResource } from './hand-over-resource.js';

export interface HeldGroup {
  readonly key: string;
  /** Null for what fits no group, or where the resource has none. */
  readonly name: string | null;
  readonly count: number;
}

export interface Holding {
  readonly resource: string;
  readonly labelZh: string;
  readonly labelEn: string;
  readonly count: number;
  readonly groups: readonly HeldGroup[];
}

/** One reviewed line: this group of that resource goes to this person. */
export interface Transfer {
  readonly resource: string;
  readonly group: string;
  readonly successorId: string;
}

type Query = Pick<Unit, 'query'>['query'];

const keyOf = ({ group }: HandOverResource): string =>
  `coalesce((${group?.key ?? 'null'})::text, '${NO_GROUP}')`;
const heldBy = ({ holder, isHeld = 'true' }: HandOverResource): string => `t.${holder} = $1 and (${isHeld})`;

/** Counts what a person holds, and gives it to others; every row changed is in its own history. */
@Injectable()
export class HandOver {
  constructor(private readonly resources: HandOverResources) {}

  /** What the person holds now, resources of which she holds nothing left out. */
  async holdings(query: Query, userId: string): Promise<Holding[]> {
    const found: Holding[] = [];
    for (const resource of this.resources.all()) {
      const groups = await query<HeldGroup>(
        `select ${keyOf(resource)} as key, ${resource.group?.name ?? 'null::text'} as name, count(*)::int as count
           from ${resource.table} t where ${heldBy(resource)} group by 1, 2 order by 2 nulls last`,
        [userId],
      );
      const count = groups.reduce((sum, group) => sum + group.count, 0);
      const { label, resource: name } = resource;
      if (count > 0) found.push({ resource: name, labelZh: label.zh, labelEn: label.en, count, groups });
    }
    return found;
  }

  /** Moves one group; returns how many rows. */
  async transfer(
    unit: Unit,
    from: string,
    { resource: name, group, successorId }: Transfer,
  ): Promise<number> {
    const resource = this.resources.find(name);
    if (!resource) return 0;
    const follows = Object.entries(resource.follows ?? {}).map(([column, sql]) => `${column} = ${sql}`);
    const set = [`${resource.holder} = $2`, ...follows, 'version = t.version + 1', 'updated_at = now()'];
    const [moved] = await unit.query<{ count: number }>(
      `with moved as (update ${resource.table} t set ${set.join(', ')} where ${heldBy(resource)} and ${keyOf(resource)} = $3 returning 1)
       select count(*)::int as count from moved`,
      [from, successorId, group],
    );
    unit.emit({ name: `${name}.handed-over`, resource: name, audience: { userId: successorId } });
    return moved!.count;
  }
}

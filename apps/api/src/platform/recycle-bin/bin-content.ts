import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../auth/actor.js';
import { Lists, type ListCount, type Page } from '../lists/lists.js';
import type { RawQuery } from '../lists/list-request.js';
import { isWithinScope } from '../lists/scope.js';
import { BinPurge } from './bin-purge.js';
import { binListOf } from './recycle-bin.list.js';
import type { BinItemDto } from './recycle-bin.dto.js';
import { Recyclables } from './recyclable.js';

const DAY_MS = 86_400_000;

type BinRow = Omit<BinItemDto, 'keptUntil' | 'allowedActions'> & {
  ownerId: string | null;
  departmentId: string | null;
};

/** What lies in the bin, as far as the caller reaches. */
@Injectable()
export class BinContent {
  constructor(
    private readonly recyclables: Recyclables,
    private readonly lists: Lists,
    private readonly purge: BinPurge,
  ) {}

  async page(query: RawQuery, actor: Actor): Promise<Page<BinItemDto>> {
    const page = await this.lists.page<BinRow>(binListOf(this.recyclables.all(), actor), query, actor);
    return { ...page, items: page.items.map((row) => this.toDto(row, actor)) };
  }

  count(query: RawQuery, actor: Actor): Promise<ListCount> {
    return this.lists.count(binListOf(this.recyclables.all(), actor), query, actor);
  }

  private toDto({ ownerId, departmentId, ...item }: BinRow, actor: Actor): BinItemDto {
    const recyclable = this.recyclables.find(item.resource)!;
    const mayRestore =
      !recyclable.owner || isWithinScope({ ownerId, departmentId }, recyclable.permission, actor);
    const keptUntil = new Date(new Date(item.deletedAt).getTime() + this.purge.days * DAY_MS);
    return {
      ...item,
      keptUntil,
      allowedActions: [
        ...(mayRestore ? ['restore'] : []),
        ...(may(actor, 'recycle-bin:purge') && keptUntil <= new Date() ? ['purge'] : []),
      ],
    };
  }
}

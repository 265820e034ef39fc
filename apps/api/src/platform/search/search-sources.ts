import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../auth/actor.js';
import type { ListDefinition } from '../lists/list-definition.js';
import { Lists } from '../lists/lists.js';

export interface SearchHit {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string | null;
}

export interface SearchSource {
  /** A list with search: its scope and hidden columns hold here too. */
  readonly list: ListDefinition;
  /** Columns of the list that make title and subtitle. */
  readonly title: string;
  readonly subtitle?: string;
}

const HITS_A_GROUP = 6;

/** What the global search looks through; modules add their lists. */
@Injectable()
export class SearchSources {
  private readonly sources: SearchSource[] = [];

  constructor(private readonly lists: Lists) {}

  register(...sources: SearchSource[]): void {
    this.sources.push(...sources);
  }

  async find(q: string, actor: Actor): Promise<{ resource: string; items: SearchHit[] }[]> {
    const permitted = this.sources.filter(({ list }) => may(actor, list.permission));
    const groups = await Promise.all(permitted.map((source) => this.findIn(source, q, actor)));
    return groups.filter(({ items }) => items.length > 0);
  }

  private async findIn(
    { list, title, subtitle }: SearchSource,
    q: string,
    actor: Actor,
  ): Promise<{ resource: string; items: SearchHit[] }> {
    const page = await this.lists.page<Record<string, string | null>>(
      list,
      { q, limit: String(HITS_A_GROUP) },
      actor,
    );
    const items = page.items.map((row) => ({
      id: row.id!,
      title: row[title] ?? '',
      subtitle: (subtitle ? row[subtitle] : null) ?? null,
    }));
    return { resource: list.resource, items };
  }
}

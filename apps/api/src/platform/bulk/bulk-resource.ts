import { Injectable, type Type } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import type { Label } from '../imports/import-resource.js';
import type { ListDefinition } from '../lists/list-definition.js';
import { Recyclables } from '../recycle-bin/recyclable.js';
import { RecycleBin } from '../recycle-bin/recycle-bin.js';

/** One thing that may be done to many records at once: always by the resource's own service, one record a transaction. */
export interface BulkAction {
  /** Needed to ask for it; the service holds the data scope against each record. */
  readonly permission: `${string}:${string}`;
  /** DTO of what is to be changed, and which of its fields may be: what is one record's own, such as its name, is not. */
  readonly values?: { readonly type: Type; readonly fields: readonly string[] };
  run(id: string, values: object, version: number | undefined, actor: Actor): Promise<unknown>;
}

/** A list whose rows can be acted on together. A module declares its own in `<module>.bulk.ts`. */
export interface BulkResource {
  readonly list: ListDefinition;
  readonly label: Label;
  /** Column of the list by which a person recognises a row. */
  readonly title: string;
  readonly actions: Readonly<Record<string, BulkAction>>;
}

/** Only to take a deletion back. */
export const RESTORE = 'restore';

/** What the modules offer; deleting is added to whatever has a recycle bin. */
@Injectable()
export class BulkResources {
  private readonly byName = new Map<string, BulkResource>();

  constructor(
    private readonly recyclables: Recyclables,
    private readonly bin: RecycleBin,
  ) {}

  register(...resources: BulkResource[]): void {
    for (const resource of resources) this.byName.set(resource.list.resource, resource);
  }

  find(name: string): BulkResource | undefined {
    return this.byName.get(name);
  }

  action({ list, actions }: BulkResource, name: string): BulkAction | undefined {
    if (Object.hasOwn(actions, name)) return actions[name];
    const { resource } = list;
    const recyclable = this.recyclables.find(resource);
    if (!recyclable) return undefined;
    const { permission } = recyclable;
    if (name === 'delete')
      return { permission, run: (id, _, version, actor) => this.bin.put(resource, id, version, actor) };
    if (name === RESTORE)
      return { permission, run: (id, _, __, actor) => this.bin.restore(resource, id, actor) };
    return undefined;
  }
}

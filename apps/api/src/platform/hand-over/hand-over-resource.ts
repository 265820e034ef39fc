import type { Label } from '../imports/import-resource.js';

/**
 * What a person holds of one kind, so that it can be given to another when she leaves: her customers, her open tasks, the
 * approvals that wait for her. SQL speaks of the table as `t`. A module declares its own in `<module>.hand-over.ts`.
 */
export interface HandOverResource {
  readonly resource: string;
  readonly label: Label;
  readonly table: string;
  /** Column with the holder's user id. */
  readonly holder: string;
  /** Which rows still matter (`t.state = 'open'`); all, when left out. What is over stays with whom it was. */
  readonly isHeld?: string;
  /** Parts that may go to different people: a key, and the name that people know it by. */
  readonly group?: { readonly key: string; readonly name: string };
  /** Columns that go with the holder: SQL in which `$2` is the new one (`department_id: (select …)`). */
  readonly follows?: Readonly<Record<string, string>>;
}

/** Rows without a key: those that fit no group. */
export const NO_GROUP = 'none';

/** Everything that can be handed over, in order of declaration. */
export class HandOverResources {
  private readonly byName = new Map<string, HandOverResource>();

  register(...resources: HandOverResource[]): void {
    for (const resource of resources) this.byName.set(resource.resource, resource);
  }

  all(): readonly HandOverResource[] {
    return [...this.byName.values()];
  }

  find(name: string): HandOverResource | undefined {
    return this.byName.get(name);
  }
}

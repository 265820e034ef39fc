import type { ListDefinition } from '../lists/list-definition.js';
import type { Label } from '../imports/import-resource.js';

/** What a module declares so that its records can have custom fields. The table has a column `custom jsonb`. */
export interface CustomResource {
  readonly resource: string;
  /** Place among the others on the page; what people have most of comes first. */
  readonly position?: number;
  readonly label: Label;
  /** The list by which records are seen; its `table` is `customers c`. */
  readonly list: ListDefinition;
  /** Needed to change values; its data scope holds where the record has an owner. */
  readonly changePermission: `${string}:${string}`;
  /** Column of the record's type, and the types, where fields may be for some of them only. */
  readonly type?: {
    readonly column: string;
    readonly values: readonly { readonly value: string; readonly label: Label }[];
  };
  /** Schemas of the API document that hold values. */
  readonly schemas: readonly string[];
  /** Path of the list in the API. */
  readonly path: string;
}

export const tableOf = ({ list }: CustomResource): string => list.table.split(' ')[0]!;
export const aliasOf = (list: ListDefinition): string => list.table.split(' ')[1]!;

/** The resources that can have custom fields. */
export class CustomResources {
  private readonly byName = new Map<string, CustomResource>();

  register(...resources: CustomResource[]): void {
    for (const resource of resources) this.byName.set(resource.resource, resource);
  }

  find(resource: string): CustomResource | undefined {
    return this.byName.get(resource);
  }

  /** Those with a position first, then in order of registration. */
  all(): CustomResource[] {
    return [...this.byName.values()].sort((a, b) => (a.position ?? Infinity) - (b.position ?? Infinity) || 0);
  }
}

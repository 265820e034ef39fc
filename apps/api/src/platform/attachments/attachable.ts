import { Injectable } from '@nestjs/common';
import type { Label } from '../imports/import-resource.js';
import type { ListDefinition } from '../lists/list-definition.js';
import { Recyclables } from '../recycle-bin/recyclable.js';
import type { ScopeColumns } from '../lists/scope.js';

/** What a module declares so that its records can have files and links. */
export interface Attachable {
  readonly resource: string;
  /** Of one record's file, in the recycle bin. */
  readonly label: Label;
  /** The list by which the records are seen; who sees one sees its files. */
  readonly list: ListDefinition;
  /** Needed to attach, change and remove; its data scope holds where the records have one. */
  readonly changePermission: `${string}:${string}`;
  /** Whose the record is to change, where that is another than whose it is to see. */
  readonly changeScope?: ScopeColumns;
  /** Condition over the list's tables under which files may still be changed; without it always. */
  readonly changeWhen?: string;
  /** Expression over the list's tables by which a person recognises the record. */
  readonly title: string;
}

/** Word of a resource's attachments in events, audit log and recycle bin. */
export const wordOf = (resource: string): string => `${resource}-attachment`;

/** The resources whose records can have files and links. */
@Injectable()
export class Attachables {
  private readonly byName = new Map<string, Attachable>();

  constructor(private readonly recyclables: Recyclables) {}

  register(...attachables: Attachable[]): void {
    for (const attachable of attachables) {
      this.byName.set(attachable.resource, attachable);
      this.registerBin(attachable);
    }
  }

  find(resource: string): Attachable | undefined {
    return this.byName.get(resource);
  }

  all(): Attachable[] {
    return [...this.byName.values()];
  }

  /** In the bin an attachment is whose its record is. */
  private registerBin({ resource, label, list, changePermission, changeScope, title }: Attachable): void {
    const scope = changeScope ?? list.scope;
    const { owner, department } = scope ?? { owner: 'null::uuid', department: 'null::uuid' };
    const record = `select ${list.key} as id, ${title} as title, ${owner} as owner_id, ${department} as department_id
      from ${list.table} ${list.joins ?? ''}`;
    this.recyclables.register({
      resource: wordOf(resource),
      label,
      table: 'attachments',
      only: `r.resource = '${resource}'`,
      joins: `left join (${record}) as record on record.id = r.record_id`,
      title: 'r.title',
      subtitle: 'record.title',
      permission: changePermission,
      readPermission: list.permission,
      ...(scope && { owner: 'record.owner_id', department: 'record.department_id' }),
      parent: { resource, column: 'record_id' },
      parts: [{ table: 'attachment_versions', column: 'attachment_id' }],
    });
  }
}

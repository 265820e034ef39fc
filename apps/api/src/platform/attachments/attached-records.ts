import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../auth/actor.js';
import type { Unit } from '../database/unit-of-work.js';
import { ForbiddenActionError, RecordNotFoundError } from '../errors/common.errors.js';
import type { ListDefinition } from '../lists/list-definition.js';
import { oneStatement } from '../lists/list-sql.js';
import { Lists } from '../lists/lists.js';
import { Attachables, wordOf, type Attachable } from './attachable.js';

interface Held {
  readonly ownerId: string | null;
  readonly departmentId: string | null;
}

/** Only whether a record is there for the caller, and whose it is. */
function bare({ list }: Attachable): ListDefinition {
  const { owner, department } = list.scope ?? { owner: 'null::uuid', department: 'null::uuid' };
  return { ...list, columns: { id: list.key, ownerId: owner, departmentId: department } };
}

const asChanged = (attachable: Attachable): ListDefinition => ({
  ...bare(attachable),
  permission: attachable.changePermission,
  scope: attachable.changeScope ?? attachable.list.scope,
  where: [attachable.list.where, attachable.changeWhen].filter(Boolean).join(' and ') || undefined,
});

/** The records that files hang on: seen and changed by their own rules. */
@Injectable()
export class AttachedRecords {
  constructor(
    private readonly attachables: Attachables,
    private readonly lists: Lists,
  ) {}

  /** @throws RecordNotFoundError when the record is not there or not the caller's to see */
  async see(resource: string, id: string, actor: Actor): Promise<Attachable> {
    const attachable = this.get(resource, id);
    if (!may(actor, attachable.list.permission)) throw new RecordNotFoundError(resource, id);
    await this.lists.one(bare(attachable), id, actor);
    return attachable;
  }

  /** @throws RecordNotFoundError, ForbiddenActionError */
  async requireChange(resource: string, id: string, actor: Actor): Promise<void> {
    const attachable = this.get(resource, id);
    if (!may(actor, attachable.changePermission)) throw new ForbiddenActionError(attachable.changePermission);
    await this.lists.one(asChanged(attachable), id, actor);
  }

  async mayChange(attachable: Attachable, id: string, actor: Actor): Promise<boolean> {
    if (!may(actor, attachable.changePermission)) return false;
    return this.lists.one(asChanged(attachable), id, actor).then(
      () => true,
      (error: unknown) => {
        if (error instanceof RecordNotFoundError) return false;
        throw error;
      },
    );
  }

  /**
   * The record, held until the commit so that it is not deleted meanwhile.
   * @throws RecordNotFoundError, ForbiddenActionError
   */
  async hold(unit: Unit, resource: string, id: string): Promise<Attachable & { audience: Held }> {
    const attachable = this.get(resource, id);
    if (!may(unit.actor, attachable.changePermission))
      throw new ForbiddenActionError(attachable.changePermission);
    const { text, values } = oneStatement(asChanged(attachable), id, unit.actor);
    const alias = attachable.list.table.split(' ')[1];
    const [audience] = await unit.query<Held>(`${text} for share of ${alias}`, values);
    if (!audience) throw new RecordNotFoundError(resource, id);
    return { ...attachable, audience };
  }

  /** Tells whoever may see the record. */
  announce(
    unit: Unit,
    { resource, list, audience }: Attachable & { audience: Held },
    verb: string,
    ids: { id: string; recordId: string },
  ): void {
    const { ownerId, departmentId } = audience;
    unit.emit({
      name: `${wordOf(resource)}.${verb}`,
      resource: wordOf(resource),
      recordId: ids.id,
      payload: { resource, recordId: ids.recordId },
      audience: { permission: list.permission, ...(list.scope && { ownerId, departmentId }) },
    });
  }

  private get(resource: string, id: string): Attachable {
    const attachable = this.attachables.find(resource);
    if (!attachable) throw new RecordNotFoundError(resource.slice(0, 60), id);
    return attachable;
  }
}

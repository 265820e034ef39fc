import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { may, type Actor } from '../auth/actor.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { ForbiddenActionError, RecordNotFoundError, StaleVersionError } from '../errors/common.errors.js';
import { FileStore } from '../files/file-store.js';
import { sendFile } from '../files/files.js';
import { Lists } from '../lists/lists.js';
import { isWithinScope } from '../lists/scope.js';
import type { StoredCustomValuesDto } from './custom-field.dto.js';
import { CustomResources, tableOf, type CustomResource } from './custom-resource.js';
import { CustomValues, type StoredValues } from './custom-values.js';

interface SeenRecord {
  readonly custom: StoredValues;
  readonly version: number;
  readonly ownerId?: string | null;
  readonly departmentId?: string | null;
}

/** Custom values of any record that can have them, for resources without a form of their own. */
@Injectable()
export class RecordValues {
  constructor(
    private readonly resources: CustomResources,
    private readonly lists: Lists,
    private readonly values: CustomValues,
    private readonly work: UnitOfWork,
    private readonly files: FileStore,
  ) {}

  /** @throws RecordNotFoundError, ForbiddenActionError, StaleVersionError, InvalidInputError */
  async change(
    name: string,
    id: string,
    given: Readonly<Record<string, unknown>>,
    version: number | undefined,
    actor: Actor,
  ): Promise<StoredCustomValuesDto> {
    const resource = this.get(name, id);
    const { changePermission, list, type } = resource;
    if (!may(actor, changePermission)) throw new ForbiddenActionError(changePermission);
    const seen = await this.see(resource, id, actor);
    if (
      list.scope &&
      !isWithinScope(
        { ownerId: seen.ownerId ?? null, departmentId: seen.departmentId ?? null },
        changePermission,
        actor,
      )
    )
      throw new RecordNotFoundError(name, id);
    await this.work.run(actor, `${name}.change`, async (unit) => {
      const table = tableOf(resource);
      const [kept] = await unit.query<{ custom: StoredValues; version: number; type: string | null }>(
        `select custom, version, ${type?.column ?? 'null'} as type from ${table} where id = $1 and deleted_at is null for update`,
        [id],
      );
      if (!kept) throw new RecordNotFoundError(name, id);
      if (version !== undefined && version !== kept.version) throw new StaleVersionError(kept.version);
      const custom = await this.values.toStore(
        { resource: name, given, kept: kept.custom, type: kept.type ?? undefined },
        unit,
      );
      await unit.query(
        `update ${table} set custom = $2, version = version + 1, updated_at = now() where id = $1`,
        [id, JSON.stringify(custom)],
      );
      unit.emit({
        name: `${name}.changed`,
        resource: name,
        recordId: id,
        audience: {
          permission: list.permission,
          ...(list.scope && { ownerId: seen.ownerId ?? null, departmentId: seen.departmentId ?? null }),
        },
      });
    });
    const { custom, version: now } = await this.see(resource, id, actor);
    return { custom, version: now };
  }

  /** A file of a record, to whoever may see the record and the field. */
  async download(name: string, id: string, fileId: string, actor: Actor, reply: FastifyReply): Promise<void> {
    const { custom } = await this.see(this.get(name, id), id, actor);
    const isAttached = Object.values(custom).some(
      (value) =>
        Array.isArray(value) && value.some((each) => (each as { id?: string } | null)?.id === fileId),
    );
    if (!isAttached) throw new RecordNotFoundError('file', fileId);
    await sendFile(this.files, await this.files.read(fileId), reply);
  }

  private async see(resource: CustomResource, id: string, actor: Actor): Promise<SeenRecord> {
    if (!may(actor, resource.list.permission)) throw new RecordNotFoundError(resource.resource, id);
    return this.lists.one<SeenRecord>(resource.list, id, actor);
  }

  private get(name: string, id: string): CustomResource {
    const resource = this.resources.find(name);
    if (!resource) throw new RecordNotFoundError(name.slice(0, 60), id);
    return resource;
  }
}

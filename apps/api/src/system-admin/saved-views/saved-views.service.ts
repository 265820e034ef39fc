import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../../platform/auth/actor.js';
import { lockRecord } from '../../platform/database/lock-record.js';
import { Rows } from '../../platform/database/rows.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import {
  ForbiddenActionError,
  InvalidInputError,
  RecordNotFoundError,
} from '../../platform/errors/common.errors.js';
import { allLists, type ListDefinition } from '../../platform/lists/list-definition.js';
import { Lists } from '../../platform/lists/lists.js';
import type { ChangeSavedViewDto, CreateSavedViewDto, SavedViewDto } from './saved-view.dto.js';
import { isShared, SavedView, type ViewQuery } from './saved-view.entity.js';
import './saved-view.errors.js';
import { checkView, siftView } from './view-query.js';

const SHARE = 'saved-view:share';
type ViewRow = Omit<SavedViewDto, 'dropped' | 'allowedActions'> & { query: ViewQuery };

/** Own views and those shared with the caller ($1), her department ($2) or one above it, or a role of hers. */
const SEEN = `
  with recursive above as (
    select d.id, d.parent_id from departments d where d.id = $2::uuid
    union select d.id, d.parent_id from departments d join above on above.parent_id = d.id)
  select v.id, v.list, v.name, v.query, v.sort, v.columns, v.kind, v.is_shared_with_all as "isSharedWithAll",
         v.department_ids as "departmentIds", v.role_ids as "roleIds", v.owner_id = $1 as "isMine", u.display_name as "ownerName",
         exists (select 1 from saved_view_defaults d where d.user_id = $1 and d.view_id = v.id) as "isDefault", v.version
    from saved_views v join users u on u.id = v.owner_id
   where (v.owner_id = $1 or v.is_shared_with_all
          or v.department_ids && array(select id from above)
          or v.role_ids && array(select r.role_id from user_roles r where r.user_id = $1))`;
const OF_LIST = `${SEEN} and v.list = $3 order by v.owner_id <> $1, lower(v.name) collate "zh-x-icu", v.id limit 500`;
const ONE = `${SEEN} and v.id = $3`;

/** Views of lists: kept by whoever made them, seen by those they are shared with. None shows more than its reader may see. */
@Injectable()
export class SavedViewsService {
  constructor(
    private readonly rows: Rows,
    private readonly work: UnitOfWork,
    private readonly lists: Lists,
  ) {}

  async ofList(name: string, actor: Actor): Promise<SavedViewDto[]> {
    const list = this.list(name, actor);
    const views = await this.rows.all<ViewRow>(OF_LIST, [actor.id, actor.departmentId, name]);
    return views.map((view) => toDto(view, list, actor));
  }

  /** @throws RecordNotFoundError when it is not there, not shared with the caller, or of a list that she may not see. */
  async read(id: string, actor: Actor): Promise<SavedViewDto> {
    const view = await this.rows.one<ViewRow>(ONE, [actor.id, actor.departmentId, id]);
    const list = view && declared(view.list);
    if (!view || !list || !may(actor, list.permission)) throw new RecordNotFoundError('saved-view', id);
    return toDto(view, this.lists.definition(list, actor), actor);
  }

  async create({ list: name, ...dto }: CreateSavedViewDto, actor: Actor): Promise<SavedViewDto> {
    checkView(this.list(name, actor), dto, actor);
    const id = await this.work.run(actor, 'saved-view.create', async (unit) => {
      await this.checkSharing(unit, dto);
      const query = dto.query as ViewQuery | undefined;
      const inserted = await unit.manager.insert(SavedView, { ...dto, query, list: name, ownerId: actor.id });
      const viewId = inserted.identifiers[0]!.id as string;
      announce(unit, 'saved-view.created', viewId);
      return viewId;
    });
    return this.read(id, actor);
  }

  async change(
    id: string,
    dto: ChangeSavedViewDto,
    version: number | undefined,
    actor: Actor,
  ): Promise<SavedViewDto> {
    await this.work.run(actor, 'saved-view.change', async (unit) => {
      const view = await this.own(unit, id, version);
      checkView(this.list(view.list, actor), dto, actor);
      // What is shared already is others' too: without the right it may be taken back, and not changed.
      const { isSharedWithAll, departmentIds, roleIds } = Object.assign(view, dto, { updatedAt: new Date() });
      await this.checkSharing(unit, { isSharedWithAll, departmentIds, roleIds });
      await unit.manager.save(view);
      announce(unit, 'saved-view.changed', id);
    });
    return this.read(id, actor);
  }

  async remove(id: string, version: number | undefined, actor: Actor): Promise<void> {
    await this.work.run(actor, 'saved-view.delete', async (unit) => {
      await unit.manager.remove(await this.own(unit, id, version));
      announce(unit, 'saved-view.deleted', id);
    });
  }

  /** The list opens with this view from now on, or with none. */
  async prefer(id: string, isDefault: boolean, actor: Actor): Promise<SavedViewDto> {
    const { list } = await this.read(id, actor);
    await this.work.run(actor, 'saved-view.prefer', (unit) =>
      isDefault
        ? unit.query(
            `insert into saved_view_defaults (user_id, list, view_id) values ($1, $2, $3)
             on conflict (user_id, list) do update set view_id = excluded.view_id where saved_view_defaults.view_id <> excluded.view_id`,
            [actor.id, list, id],
          )
        : unit.query(`delete from saved_view_defaults where user_id = $1 and view_id = $2`, [actor.id, id]),
    );
    return this.read(id, actor);
  }

  /** @throws InvalidInputError, ForbiddenActionError */
  private list(name: string, actor: Actor): ListDefinition {
    const list = declared(name);
    if (!list)
      throw new InvalidInputError([{ pointer: 'list', rule: 'unknown', detail: 'There is no such list.' }]);
    if (!may(actor, list.permission)) throw new ForbiddenActionError(list.permission);
    return this.lists.definition(list, actor);
  }

  private async own(unit: Unit, id: string, version: number | undefined): Promise<SavedView> {
    const { ownerId } = await lockRecord(unit, SavedView, 'saved-view', id);
    // Whose it is comes first: that a version is old, and by whom, would tell of another's view.
    if (ownerId !== unit.actor.id) throw new RecordNotFoundError('saved-view', id);
    return lockRecord(unit, SavedView, 'saved-view', id, { version });
  }

  private async checkSharing(
    unit: Unit,
    { isSharedWithAll = false, departmentIds = [], roleIds = [] }: ChangeSavedViewDto,
  ): Promise<void> {
    if (!isShared({ isSharedWithAll, departmentIds, roleIds })) return;
    if (!may(unit.actor, SHARE)) throw new ForbiddenActionError(SHARE);
    const [known] = await unit.query<{ departments: boolean; roles: boolean }>(
      `select not exists (select from unnest($1::uuid[]) as w(id) where not exists (select from departments d where d.id = w.id)) as departments,
              not exists (select from unnest($2::uuid[]) as w(id) where not exists (select from roles r where r.id = w.id)) as roles`,
      [departmentIds, roleIds],
    );
    const unknown = [...(known!.departments ? [] : ['departmentIds']), ...(known!.roles ? [] : ['roleIds'])];
    if (unknown.length === 0) return;
    const detail = 'There is none with this id.';
    throw new InvalidInputError(unknown.map((name) => ({ pointer: `/${name}`, rule: 'reference', detail })));
  }
}

const declared = (name: unknown): ListDefinition | undefined =>
  allLists().find(({ resource }) => resource === name);

function toDto({ query, sort, ...view }: ViewRow, list: ListDefinition, actor: Actor): SavedViewDto {
  const mayShare = may(actor, SHARE);
  const mayChange = view.isMine && (mayShare || !isShared(view));
  return {
    ...view,
    ...siftView(list, { query, sort }, actor),
    allowedActions: [
      ...(mayChange ? ['change'] : []),
      ...(view.isMine && mayShare ? ['share'] : []),
      ...(view.isMine ? ['delete'] : []),
    ],
  };
}

/** Who has the list open reads its views again. */
const announce = (unit: Unit, name: string, recordId: string): void =>
  unit.emit({ name, resource: 'saved-view', recordId, audience: { userId: unit.actor.id } });

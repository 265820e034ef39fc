import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { lockRecord } from '../../platform/database/lock-record.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { InvalidInputError } from '../../platform/errors/common.errors.js';
import { Lists } from '../../platform/lists/lists.js';
import { Actors } from '../auth/actors.js';
import type { ChangeDepartmentDto, CreateDepartmentDto, DepartmentDto } from './department.dto.js';
import { Department } from './department.entity.js';
import './department.errors.js';
import { departmentList } from './department.list.js';

/** The lock of the tree's trigger, taken before any row: whoever moves waits here, not in a circle of row locks. */
const TREE_LOCK = `select pg_advisory_xact_lock(7130004)`;
const IS_HERE = `select 1 from users where id = $1 and state in ('invited', 'active') for share`;

/** The tree of departments. That it stays a tree is the database's rule, whoever writes. */
@Injectable()
export class DepartmentsService {
  constructor(
    private readonly lists: Lists,
    private readonly work: UnitOfWork,
    private readonly actors: Actors,
  ) {}

  read(id: string, actor: Actor): Promise<DepartmentDto> {
    return this.lists.one<DepartmentDto>(departmentList, id, actor);
  }

  async create(dto: CreateDepartmentDto, actor: Actor): Promise<DepartmentDto> {
    const id = await this.work.run(actor, 'department.create', async (unit) => {
      await this.refuseAbsentLeader(unit, dto.leaderId);
      const inserted = await unit.manager.insert(Department, dto);
      return this.announce(unit, 'department.created', inserted.identifiers[0]!.id as string);
    });
    return this.read(id, actor);
  }

  /** Renames, moves, or gives another leader. Whoever sees "department and below" sees by the new tree at once. */
  async change(
    id: string,
    dto: ChangeDepartmentDto,
    version: number | undefined,
    actor: Actor,
  ): Promise<DepartmentDto> {
    await this.work.run(actor, 'department.change', async (unit) => {
      if (dto.parentId !== undefined) await unit.query(TREE_LOCK);
      const department = await lockRecord(unit, Department, 'department', id, { version });
      if (dto.leaderId !== department.leaderId) await this.refuseAbsentLeader(unit, dto.leaderId);
      Object.assign(department, dto, { updatedAt: new Date() });
      await unit.manager.save(department);
      this.announce(unit, 'department.changed', id);
    });
    this.actors.forget();
    return this.read(id, actor);
  }

  /** @throws RecordInUseError while there are people, departments or records in it. */
  async remove(id: string, actor: Actor): Promise<void> {
    await this.work.run(actor, 'department.delete', async (unit) => {
      const department = await lockRecord(unit, Department, 'department', id);
      await unit.manager.remove(department);
      this.announce(unit, 'department.deleted', id);
    });
    this.actors.forget();
  }

  private async refuseAbsentLeader(unit: Unit, leaderId: string | null | undefined): Promise<void> {
    if (!leaderId || (await unit.query(IS_HERE, [leaderId])).length > 0) return;
    throw new InvalidInputError([
      { pointer: '/leaderId', rule: 'reference', detail: 'There is no such user, or she has left.' },
    ]);
  }

  private announce(unit: Unit, name: string, recordId: string): string {
    unit.emit({ name, resource: 'department', recordId, audience: { permission: 'department:read' } });
    return recordId;
  }
}

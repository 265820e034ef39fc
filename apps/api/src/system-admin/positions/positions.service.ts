import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { lockRecord } from '../../platform/database/lock-record.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { Lists } from '../../platform/lists/lists.js';
import type { ChangePositionDto, CreatePositionDto, PositionDto } from './position.dto.js';
import { Position } from './position.entity.js';
import './position.errors.js';
import { positionList } from './position.list.js';

/** The posts of the company: added, renamed, retired; removed only while nobody ever held them. */
@Injectable()
export class PositionsService {
  constructor(
    private readonly lists: Lists,
    private readonly work: UnitOfWork,
  ) {}

  read(id: string, actor: Actor): Promise<PositionDto> {
    return this.lists.one<PositionDto>(positionList, id, actor);
  }

  async create(dto: CreatePositionDto, actor: Actor): Promise<PositionDto> {
    const id = await this.work.run(actor, 'position.create', async (unit) => {
      const inserted = await unit.manager.insert(Position, dto);
      return this.announce(unit, 'position.created', inserted.identifiers[0]!.id as string);
    });
    return this.read(id, actor);
  }

  async change(
    id: string,
    dto: ChangePositionDto,
    version: number | undefined,
    actor: Actor,
  ): Promise<PositionDto> {
    await this.work.run(actor, 'position.change', async (unit) => {
      const position = await lockRecord(unit, Position, 'position', id, { version });
      Object.assign(position, dto, { updatedAt: new Date() });
      await unit.manager.save(position);
      this.announce(unit, 'position.changed', id);
    });
    return this.read(id, actor);
  }

  /** @throws RecordInUseError when somebody holds or held it: retire it instead. */
  async remove(id: string, actor: Actor): Promise<void> {
    await this.work.run(actor, 'position.delete', async (unit) => {
      const position = await lockRecord(unit, Position, 'position', id);
      await unit.manager.remove(position);
      this.announce(unit, 'position.deleted', id);
    });
  }

  private announce(unit: Unit, name: string, recordId: string): string {
    unit.emit({ name, resource: 'position', recordId, audience: { permission: 'department:read' } });
    return recordId;
  }
}

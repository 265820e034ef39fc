import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import { IdField, IntegerField, TextField } from '../../platform/http/fields.js';
import { defineList } from '../../platform/lists/list-definition.js';
import { ListOperation, ListQuery } from '../../platform/lists/list-operation.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import { Lists, type Page } from '../../platform/lists/lists.js';

class TerritoryDto {
  @IdField({ describe: 'Territory id.' }) readonly id!: string;
  @TextField({ describe: 'Name.', example: '华东' }) readonly name!: string;
  @TextField({ describe: 'Manager.', nullable: true, example: '楚杰' }) readonly managerName!: string | null;
  @IntegerField({ describe: 'Version.', example: 1 }) readonly version!: number;
}

const territoryList = defineList({
  resource: 'territory',
  permission: 'territory:read',
  table: 'territories t',
  key: 't.id',
  columns: { id: 't.id', name: 't.name', managerName: 't.manager_name', version: 't.version' },
  filters: { name: { kind: 'any-of', sql: 't.name', type: 'text', describe: 'Name.' } },
  sorts: { name: { sql: 't.name collate "zh-x-icu"', type: 'text' } },
  defaultSort: 'name',
});

@ApiTags('territories')
@Controller('territories')
export class TerritoriesController {
  constructor(private readonly lists: Lists) {}

  @Get()
  @ListOperation(territoryList, TerritoryDto, 'List sales territories')
  listTerritories(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<Page<TerritoryDto>> {
    return this.lists.page(territoryList, query, actor);
  }
}

import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import { IdField, IntegerField, TextField } from '../../platform/http/fields.js';
import { defineList } from '../../platform/lists/list-definition.js';
import { ListOperation, ListQuery } from '../../platform/lists/list-operation.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import { Lists, type Page } from '../../platform/lists/lists.js';

class DepartmentDto {
  @IdField({ describe: 'Department id.' }) readonly id!: string;
  @TextField({ describe: 'Stable word.', example: 'sales-east' }) readonly code!: string;
  @TextField({ describe: 'Name.', example: '华东销售部' }) readonly name!: string;
  @IdField({ describe: 'Department above.', nullable: true }) readonly parentId!: string | null;
  @IdField({ describe: 'Leader.', nullable: true }) readonly leaderId!: string | null;
  @TextField({ describe: 'Name of the leader.', nullable: true }) readonly leaderName!: string | null;
  @IntegerField({ describe: 'Active users in it, without those below.' }) readonly userCount!: number;
  @IntegerField({ describe: 'Version.', example: 1 }) readonly version!: number;
}

const departmentList = defineList({
  resource: 'department',
  permission: 'department:read',
  table: 'departments d',
  joins: 'left join users l on l.id = d.leader_id',
  key: 'd.id',
  columns: {
    id: 'd.id',
    code: 'd.code',
    name: 'd.name',
    parentId: 'd.parent_id',
    leaderId: 'd.leader_id',
    leaderName: 'l.display_name',
    userCount: `(select count(*)::int from users u where u.department_id = d.id and u.state = 'active')`,
    version: 'd.version',
  },
  filters: { parentId: { kind: 'any-of', sql: 'd.parent_id', type: 'uuid', describe: 'Department above.' } },
  sorts: { code: { sql: 'd.code', type: 'text' } },
  defaultSort: 'code',
});

@ApiTags('departments')
@Controller('departments')
export class DepartmentsController {
  constructor(private readonly lists: Lists) {}

  @Get()
  @ListOperation(departmentList, DepartmentDto, 'List departments')
  listDepartments(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<Page<DepartmentDto>> {
    return this.lists.page(departmentList, query, actor);
  }
}

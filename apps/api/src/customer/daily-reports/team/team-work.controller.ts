import { Controller, Get } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../../platform/auth/actor.js';
import { Operation } from '../../../platform/http/operation.js';
import { ListQuery } from '../../../platform/lists/list-operation.js';
import type { RawQuery } from '../../../platform/lists/list-request.js';
import { TeamWorkDto } from './team-work.dto.js';
import { TeamWorkService } from './team-work.service.js';

const day = { type: 'string', format: 'date' } as const;

@ApiTags('daily-reports')
@Controller('daily-reports')
export class TeamWorkController {
  constructor(private readonly team: TeamWorkService) {}

  @Get('team')
  @ApiQuery({ name: 'from', required: false, schema: day, description: 'First day; Monday where left out.' })
  @ApiQuery({ name: 'to', required: false, schema: day, description: 'Last day, at most 92 days in all.' })
  @Operation({
    summary: 'Read the work of people, person by person: reports, activities, deals, tasks',
    access: 'daily-report:read',
    returns: TeamWorkDto,
  })
  readTeamWork(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<TeamWorkDto> {
    return this.team.read(query, actor);
  }
}

import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import { HasIdParam, IdParam } from '../../platform/http/parameters.js';
import { ListOperation, ListQuery } from '../../platform/lists/list-operation.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import type { Page } from '../../platform/lists/lists.js';
import { TimelineEntryDto } from './timeline.dto.js';
import { timelineList } from './timeline-statement.js';
import { TimelineService } from './timeline.service.js';

@ApiTags('customers')
@Controller('customers/:id/timeline')
export class TimelineController {
  constructor(private readonly timeline: TimelineService) {}

  @Get()
  @HasIdParam()
  @ListOperation(timelineList, TimelineEntryDto, "Read a customer's timeline, newest first")
  readTimeline(
    @IdParam() id: string,
    @ListQuery() query: RawQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<TimelineEntryDto>> {
    return this.timeline.page(id, query, actor);
  }
}

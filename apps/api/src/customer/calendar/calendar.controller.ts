import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import { FilteredOperation, ListQuery } from '../../platform/lists/list-operation.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import { CalendarDto } from './calendar.dto.js';
import { calendarList, CalendarService } from './calendar.service.js';

@ApiTags('calendar')
@Controller('calendar')
export class CalendarController {
  constructor(private readonly calendar: CalendarService) {}

  @Get()
  @FilteredOperation(calendarList, CalendarDto, "Read what stands in people's calendars")
  readCalendar(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<CalendarDto> {
    return this.calendar.read(query, actor);
  }
}

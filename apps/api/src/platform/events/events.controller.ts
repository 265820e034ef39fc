import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor, ActorRequest } from '../auth/actor.js';
import { CurrentActor } from '../auth/actor.js';
import { Operation } from '../http/operation.js';
import { InvalidInputError } from '../errors/common.errors.js';
import { EventFeedDto } from './event-feed.dto.js';
import { EventFeed, MOST_EVENTS } from './event-feed.js';
import { EventStreams } from './event-streams.js';

@ApiTags('events')
@Controller('events')
export class EventsController {
  constructor(
    private readonly streams: EventStreams,
    private readonly feed: EventFeed,
  ) {}

  @Get()
  @Operation({
    summary: 'Stream live events (Server-Sent Events)',
    description: 'Notifications, job progress and changed records that the caller may see, as they happen.',
    access: 'signed-in',
    peopleOnly: true,
    produces: 'text/event-stream',
  })
  streamEvents(@CurrentActor() actor: Actor, @Req() request: ActorRequest, @Res() reply: FastifyReply): void {
    this.streams.open(actor, request, reply);
  }

  @Get('feed')
  @ApiQuery({
    name: 'after',
    required: false,
    schema: { type: 'string' },
    description:
      'Cursor of the last answer; left out: from the oldest event kept; `now`: only what comes from here on.',
  })
  @ApiQuery({
    name: 'types',
    required: false,
    schema: { type: 'array', items: { type: 'string' } },
    description: 'Only these events: `customer.created`, or all of a resource: `customer.*`.',
  })
  @ApiQuery({
    name: 'limit',
    required: false,
    schema: { type: 'integer', minimum: 1, maximum: MOST_EVENTS, default: 100 },
    description: 'Most events in one answer.',
  })
  @Operation({
    summary: 'Read what happened, at your own pace and without losing one',
    description:
      'For an ERP or a data warehouse: every event the caller may see, in an order that never changes. An event appears once no ' +
      'older change can still be stored, usually within a second. Reading again from the same cursor gives the same events.',
    access: 'event-feed:read',
    returns: EventFeedDto,
  })
  readEventFeed(
    @CurrentActor() actor: Actor,
    @Query('after') after?: string,
    @Query('types') types: string | string[] = [],
    @Query('limit') limit = '100',
  ): Promise<EventFeedDto> {
    return this.feed.read(textOf(after), [types].flat().map(String), readLimit(limit), actor);
  }
}

const textOf = (value: unknown): string | undefined => (value === undefined ? undefined : String(value));

function readLimit(value: unknown): number {
  const limit = Number(value);
  if (Number.isInteger(limit) && limit >= 1 && limit <= MOST_EVENTS) return limit;
  throw new InvalidInputError([
    { pointer: 'limit', detail: `A whole number from 1 to ${MOST_EVENTS}.`, rule: 'range' },
  ]);
}

import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor, ActorRequest } from '../auth/actor.js';
import { CurrentActor } from '../auth/actor.js';
import { Operation } from '../http/operation.js';
import { EventStreams } from './event-streams.js';

@ApiTags('events')
@Controller('events')
export class EventsController {
  constructor(private readonly streams: EventStreams) {}

  @Get()
  @Operation({
    summary: 'Stream live events (Server-Sent Events)',
    description: 'Notifications, job progress and changed records that the caller may see, as they happen.',
    access: 'signed-in',
    produces: 'text/event-stream',
  })
  streamEvents(@CurrentActor() actor: Actor, @Req() request: ActorRequest, @Res() reply: FastifyReply): void {
    this.streams.open(actor, request, reply);
  }
}

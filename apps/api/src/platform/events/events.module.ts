import { Global, Module } from '@nestjs/common';
import { EventRelay } from './event-relay.js';
import { EventStreams } from './event-streams.js';
import { EventsController } from './events.controller.js';
import { LiveHub } from './live-hub.js';
import { Notifications } from './notifications.js';

@Global()
@Module({
  controllers: [EventsController],
  providers: [LiveHub, EventRelay, EventStreams, Notifications],
  exports: [LiveHub, Notifications],
})
export class EventsModule {}

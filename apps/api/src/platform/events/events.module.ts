import { Global, Module } from '@nestjs/common';
import { declarePermissions } from '../auth/permission-catalogue.js';
import { EventFeed } from './event-feed.js';
import { EventRelay } from './event-relay.js';
import { EventStreams } from './event-streams.js';
import { EventsController } from './events.controller.js';
import { LiveHub } from './live-hub.js';

declarePermissions([
  {
    code: 'event-feed:read',
    describe: 'Read the event feed, as far as one may see the records',
    scoped: false,
  },
]);

@Global()
@Module({
  controllers: [EventsController],
  providers: [LiveHub, EventFeed, EventRelay, EventStreams],
  exports: [LiveHub, EventFeed],
})
export class EventsModule {}

import { Global, Module } from '@nestjs/common';
import { NoticeDigests } from './notice-digests.js';
import { Notifications } from './notifications.js';

@Global()
@Module({ providers: [Notifications, NoticeDigests], exports: [Notifications] })
export class NotificationsModule {}

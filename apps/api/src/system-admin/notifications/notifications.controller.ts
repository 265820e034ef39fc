import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import { Rows } from '../../platform/database/rows.js';
import { IdField, InstantField, IntegerField, JsonField, TextField } from '../../platform/http/fields.js';
import { Operation } from '../../platform/http/operation.js';
import { HasIdParam, IdParam } from '../../platform/http/parameters.js';
import { defineList } from '../../platform/lists/list-definition.js';
import { ListOperation, ListQuery } from '../../platform/lists/list-operation.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import { Lists, type Page } from '../../platform/lists/lists.js';
import { Notifications } from '../../platform/notifications/notifications.js';

class NotificationDto {
  @IdField({ describe: 'Notification id.' }) readonly id!: string;
  @TextField({ describe: 'Kind; the screen has the sentence.', example: 'import.done' })
  readonly kind!: string;
  @JsonField({ describe: 'Values for the sentence.' }) readonly params!: Record<string, unknown>;
  @TextField({ describe: 'Path of the page it is about.', nullable: true }) readonly link!: string | null;
  @InstantField({ describe: 'When it was read.', nullable: true }) readonly readAt!: Date | null;
  @InstantField({ describe: 'When it came.' }) readonly createdAt!: Date;
}

class UnreadCountDto {
  @IntegerField({ describe: 'Unread notifications.' }) readonly count!: number;
}

const notificationList = defineList({
  resource: 'notification',
  permission: 'notification:read',
  table: 'notifications n',
  key: 'n.id',
  columns: {
    id: 'n.id',
    kind: 'n.kind',
    params: 'n.params',
    link: 'n.link',
    readAt: 'n.read_at',
    createdAt: 'n.created_at',
  },
  filters: { kind: { kind: 'any-of', sql: 'n.kind', type: 'text', describe: 'Kind.' } },
  sorts: { createdAt: { sql: 'n.created_at', type: 'timestamptz' } },
  defaultSort: '-createdAt',
  mine: 'n.user_id',
});

@ApiTags('notifications')
@Controller('notifications')
export class NotificationsController {
  constructor(
    private readonly lists: Lists,
    private readonly rows: Rows,
    private readonly notifications: Notifications,
  ) {}

  @Get()
  @ListOperation(notificationList, NotificationDto, 'List your notifications')
  listNotifications(
    @ListQuery() query: RawQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<NotificationDto>> {
    return this.lists.page(notificationList, query, actor);
  }

  @Get('unread-count')
  @Operation({
    summary: 'Count your unread notifications',
    access: 'notification:read',
    returns: UnreadCountDto,
  })
  async countUnreadNotifications(@CurrentActor() actor: Actor): Promise<UnreadCountDto> {
    const text = 'select count(*)::int as count from notifications where user_id = $1 and read_at is null';
    return (await this.rows.one<UnreadCountDto>(text, [actor.id]))!;
  }

  @Post(':id/read')
  @HasIdParam()
  @Operation({ summary: 'Mark one of your notifications as read', access: 'notification:read', status: 204 })
  markNotificationRead(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.notifications.markRead(actor, id);
  }

  @Post('read-all')
  @Operation({ summary: 'Mark all your notifications as read', access: 'notification:read', status: 204 })
  markAllNotificationsRead(@CurrentActor() actor: Actor): Promise<void> {
    return this.notifications.markRead(actor);
  }
}

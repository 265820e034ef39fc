import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import { Operation } from '../../platform/http/operation.js';
import {
  ChangeNotificationPreferencesDto,
  NotificationPreferencesDto,
} from './notification-preferences.dto.js';
import { NotificationPreferencesService } from './notification-preferences.service.js';

@ApiTags('notifications')
@Controller('me/notification-preferences')
export class NotificationPreferencesController {
  constructor(private readonly preferences: NotificationPreferencesService) {}

  @Get()
  @Operation({
    summary: 'Read how you are told of what',
    access: 'notification:read',
    peopleOnly: true,
    returns: NotificationPreferencesDto,
  })
  readNotificationPreferences(@CurrentActor() actor: Actor): Promise<NotificationPreferencesDto> {
    return this.preferences.read(actor);
  }

  @Patch()
  @Operation({
    summary: 'Choose how you are told of what',
    access: 'notification:read',
    peopleOnly: true,
    returns: NotificationPreferencesDto,
  })
  changeNotificationPreferences(
    @Body() dto: ChangeNotificationPreferencesDto,
    @CurrentActor() actor: Actor,
  ): Promise<NotificationPreferencesDto> {
    return this.preferences.change(dto, actor);
  }
}

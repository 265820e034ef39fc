import { Body, Controller, Delete, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import {
  DuplicateRecordError,
  IllegalActionError,
  RecordNotFoundError,
  StaleVersionError,
} from '../../platform/errors/common.errors.js';
import { Operation } from '../../platform/http/operation.js';
import { HasIdParam, HasIfMatch, IdParam, IfMatch } from '../../platform/http/parameters.js';
import { ListOperation, ListQuery } from '../../platform/lists/list-operation.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import type { Page } from '../../platform/lists/lists.js';
import { WebhookDeliveriesService } from './webhook-deliveries.service.js';
import {
  ChangeWebhookDto,
  CreateWebhookDto,
  EnableWebhookDto,
  EventTypesDto,
  ReplayedDto,
  ReplayWebhookDto,
  WebhookDeliveryDto,
  WebhookDto,
  WebhookWithSecretDto,
} from './webhook.dto.js';
import { TooManyWebhooksError } from './webhook.errors.js';
import { webhookList } from './webhook.lists.js';
import { WebhooksService } from './webhooks.service.js';

const OWN = { access: 'webhook:manage', peopleOnly: true } as const;
const ACTS = { ...OWN, errors: [RecordNotFoundError, IllegalActionError] } as const;

@ApiTags('webhooks')
@Controller('webhooks')
export class WebhooksController {
  constructor(
    private readonly webhooks: WebhooksService,
    private readonly deliveries: WebhookDeliveriesService,
  ) {}

  @Get()
  @ListOperation(webhookList, WebhookDto, 'List webhooks', { peopleOnly: true })
  listWebhooks(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<Page<WebhookDto>> {
    return this.webhooks.page(query, actor);
  }

  @Get('event-types')
  @Operation({ summary: 'List events a webhook may be told of', ...OWN, returns: EventTypesDto })
  listEventTypes(): Promise<EventTypesDto> {
    return this.deliveries.eventTypes();
  }

  @Post()
  @Operation({
    summary: 'Make a webhook',
    description:
      'Events that the caller may see are sent from now on, signed by the Standard Webhooks rules. The answer holds the secret; it is told this once.',
    ...OWN,
    returns: WebhookWithSecretDto,
    status: 201,
    errors: [DuplicateRecordError, TooManyWebhooksError],
  })
  createWebhook(@Body() dto: CreateWebhookDto, @CurrentActor() actor: Actor): Promise<WebhookWithSecretDto> {
    return this.webhooks.create(dto, actor);
  }

  @Get(':id')
  @HasIdParam()
  @Operation({ summary: 'Read one webhook', ...OWN, returns: WebhookDto, errors: [RecordNotFoundError] })
  readWebhook(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<WebhookDto> {
    return this.webhooks.read(id, actor);
  }

  @Patch(':id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Change a webhook of your own',
    ...ACTS,
    returns: WebhookDto,
    errors: [...ACTS.errors, DuplicateRecordError, StaleVersionError],
  })
  changeWebhook(
    @IdParam() id: string,
    @Body() dto: ChangeWebhookDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<WebhookDto> {
    return this.webhooks.change(id, dto, version, actor);
  }

  @Delete(':id')
  @HasIdParam()
  @Operation({ summary: 'Delete a webhook with its log', ...ACTS, status: 204 })
  deleteWebhook(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.webhooks.remove(id, actor);
  }

  @Post(':id/enable')
  @HasIdParam()
  @Operation({ summary: 'Switch a webhook of your own on', ...ACTS, returns: WebhookDto })
  enableWebhook(
    @IdParam() id: string,
    @Body() dto: EnableWebhookDto,
    @CurrentActor() actor: Actor,
  ): Promise<WebhookDto> {
    return this.webhooks.enable(id, dto, actor);
  }

  @Post(':id/disable')
  @HasIdParam()
  @Operation({ summary: 'Switch a webhook off', ...ACTS, returns: WebhookDto })
  disableWebhook(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<WebhookDto> {
    return this.webhooks.disable(id, actor);
  }

  @Post(':id/rotate-secret')
  @HasIdParam()
  @Operation({
    summary: 'Give a webhook of your own a new secret',
    description: 'Both secrets sign for 24 hours, then only the new one. It is told this once.',
    ...ACTS,
    returns: WebhookWithSecretDto,
  })
  rotateWebhookSecret(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<WebhookWithSecretDto> {
    return this.webhooks.rotateSecret(id, actor);
  }

  @Post(':id/test')
  @HasIdParam()
  @Operation({
    summary: 'Send a test event to a webhook of your own',
    description: 'It is queued; read the delivery to see what came of it.',
    ...ACTS,
    returns: WebhookDeliveryDto,
    status: 202,
  })
  testWebhook(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<WebhookDeliveryDto> {
    return this.deliveries.test(id, actor);
  }

  @Post(':id/replay')
  @HasIdParam()
  @Operation({ summary: 'Send again what was made since a time', ...ACTS, returns: ReplayedDto, status: 202 })
  replayWebhook(
    @IdParam() id: string,
    @Body() dto: ReplayWebhookDto,
    @CurrentActor() actor: Actor,
  ): Promise<ReplayedDto> {
    return this.deliveries.replaySince(id, dto, actor);
  }
}

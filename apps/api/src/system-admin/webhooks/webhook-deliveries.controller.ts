import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import { IllegalActionError, RecordNotFoundError } from '../../platform/errors/common.errors.js';
import { Operation } from '../../platform/http/operation.js';
import { HasIdParam, IdParam } from '../../platform/http/parameters.js';
import { ListOperation, ListQuery } from '../../platform/lists/list-operation.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import type { Page } from '../../platform/lists/lists.js';
import { WebhookDeliveriesService } from './webhook-deliveries.service.js';
import { WebhookDeliveryDetailDto, WebhookDeliveryDto } from './webhook.dto.js';
import { webhookDeliveryList } from './webhook.lists.js';

@ApiTags('webhooks')
@Controller('webhook-deliveries')
export class WebhookDeliveriesController {
  constructor(private readonly deliveries: WebhookDeliveriesService) {}

  @Get()
  @ListOperation(webhookDeliveryList, WebhookDeliveryDto, 'List what your webhooks were sent', {
    peopleOnly: true,
  })
  listWebhookDeliveries(
    @ListQuery() query: RawQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<WebhookDeliveryDto>> {
    return this.deliveries.page(query, actor);
  }

  @Get(':id')
  @HasIdParam()
  @Operation({
    summary: 'Read one delivery with its attempts',
    access: 'webhook:manage',
    peopleOnly: true,
    returns: WebhookDeliveryDetailDto,
    errors: [RecordNotFoundError],
  })
  readWebhookDelivery(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
  ): Promise<WebhookDeliveryDetailDto> {
    return this.deliveries.read(id, actor);
  }

  @Post(':id/replay')
  @HasIdParam()
  @Operation({
    summary: 'Send one delivery again',
    access: 'webhook:manage',
    peopleOnly: true,
    returns: WebhookDeliveryDto,
    status: 202,
    errors: [RecordNotFoundError, IllegalActionError],
  })
  replayWebhookDelivery(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<WebhookDeliveryDto> {
    return this.deliveries.replay(id, actor);
  }
}

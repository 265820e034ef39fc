import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import {
  DuplicateRecordError,
  IllegalActionError,
  RecordNotFoundError,
} from '../../platform/errors/common.errors.js';
import { Operation } from '../../platform/http/operation.js';
import { HasIdParam, IdParam } from '../../platform/http/parameters.js';
import { ListOperation, ListQuery } from '../../platform/lists/list-operation.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import type { Page } from '../../platform/lists/lists.js';
import { RoleBeyondOwnError } from '../users/user.errors.js';
import { ApiKeyDto, CreateApiKeyDto, CreatedApiKeyDto } from './api-key.dto.js';
import { apiKeyList } from './api-key.list.js';
import { ApiKeysService } from './api-keys.service.js';

@ApiTags('api-keys')
@Controller('api-keys')
export class ApiKeysController {
  constructor(private readonly keys: ApiKeysService) {}

  @Get()
  @ListOperation(apiKeyList, ApiKeyDto, 'List API keys', { peopleOnly: true })
  listApiKeys(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<Page<ApiKeyDto>> {
    return this.keys.page(query, actor);
  }

  @Post()
  @Operation({
    summary: 'Make an API key',
    description: 'The answer holds the secret; it is told this once and kept nowhere.',
    access: 'api-key:manage',
    peopleOnly: true,
    returns: CreatedApiKeyDto,
    status: 201,
    errors: [RecordNotFoundError, RoleBeyondOwnError, DuplicateRecordError, IllegalActionError],
  })
  createApiKey(@Body() dto: CreateApiKeyDto, @CurrentActor() actor: Actor): Promise<CreatedApiKeyDto> {
    return this.keys.create(dto, actor);
  }

  @Get(':id')
  @HasIdParam()
  @Operation({
    summary: 'Read one API key',
    access: 'api-key:manage',
    peopleOnly: true,
    returns: ApiKeyDto,
    errors: [RecordNotFoundError],
  })
  readApiKey(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<ApiKeyDto> {
    return this.keys.read(id, actor);
  }

  @Post(':id/revoke')
  @HasIdParam()
  @Operation({
    summary: 'Revoke an API key',
    access: 'api-key:manage',
    peopleOnly: true,
    returns: ApiKeyDto,
    errors: [RecordNotFoundError, IllegalActionError],
  })
  revokeApiKey(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<ApiKeyDto> {
    return this.keys.revoke(id, actor);
  }
}

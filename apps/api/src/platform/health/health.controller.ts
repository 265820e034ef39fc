import { Controller, Get, Res, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { EnumField, FlagField } from '../http/fields.js';
import { Operation } from '../http/operation.js';
import { Readiness } from './readiness.js';

class HealthDto {
  @EnumField({ describe: 'Overall state.', values: ['up', 'down'] }) readonly status!: string;
  @FlagField({ describe: 'The database answers.', optional: true }) readonly database?: boolean;
  @FlagField({ describe: 'No migration is pending.', optional: true }) readonly migrated?: boolean;
}

@ApiTags('health')
@Controller({ path: 'health', version: VERSION_NEUTRAL })
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  @Operation({ summary: 'Tell whether the process runs', access: 'public', returns: HealthDto })
  checkLive(): HealthDto {
    return { status: 'up' };
  }

  @Get('ready')
  @Operation({
    summary: 'Tell whether the process can serve',
    description:
      'Ready means that the database is reachable and its schema is the one of this version; else 503.',
    access: 'public',
    returns: HealthDto,
  })
  async checkReady(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthDto> {
    const { database, migrated } = await this.readiness.check();
    const up = database && migrated;
    if (!up) void reply.status(503);
    return { status: up ? 'up' : 'down', database, migrated };
  }
}

import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Operation } from '../../platform/http/operation.js';
import { SsoFailedError, SsoOffError } from './sso.errors.js';
import { SsoFlow } from './sso-flow.js';

@ApiTags('auth')
@Controller('auth/sso')
export class SsoController {
  constructor(private readonly flow: SsoFlow) {}

  @Get('start')
  @ApiQuery({
    name: 'next',
    required: false,
    schema: { type: 'string' },
    description: 'Path to go on with after signing in.',
  })
  @Operation({
    summary: "Go to the company's identity provider to sign in",
    access: 'public',
    status: 302,
    errors: [SsoOffError, SsoFailedError],
  })
  startSso(@Query('next') next: unknown, @Res({ passthrough: false }) reply: FastifyReply): Promise<void> {
    return this.flow.begin(typeof next === 'string' ? next : undefined, reply);
  }

  @Get('callback')
  @Operation({
    summary: 'Come back from the identity provider',
    description:
      'Sets the refresh cookie and goes on to the sign-in page, which says so when it did not work.',
    access: 'public',
    status: 302,
  })
  finishSso(@Req() request: FastifyRequest, @Res({ passthrough: false }) reply: FastifyReply): Promise<void> {
    return this.flow.finish(request, reply);
  }
}

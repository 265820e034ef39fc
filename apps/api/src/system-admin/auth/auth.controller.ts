import { Body, Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AppConfig } from '../../platform/config/app-config.js';
import { APP_CONFIG } from '../../platform/config/config.module.js';
import { Operation } from '../../platform/http/operation.js';
import { ProductInfoDto, SignedInDto, SignInDto } from './auth.dto.js';
import { AccountLockedError, SessionOverError, WrongCredentialsError } from './auth.errors.js';
import { SignInFlow } from './sign-in-flow.js';

@ApiTags('auth')
@Controller('auth')
export class AuthController {
  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly flow: SignInFlow,
  ) {}

  @Get('info')
  @Operation({ summary: 'Tell what this installation is', access: 'public', returns: ProductInfoDto })
  readProductInfo(): ProductInfoDto {
    return { product: 'Juke CRM', version: '0.1.0', demo: this.config.demo };
  }

  @Post('login')
  @Operation({
    summary: 'Sign in',
    description: 'Answers an access token and sets the refresh token as an httpOnly cookie.',
    access: 'public',
    returns: SignedInDto,
    errors: [WrongCredentialsError, AccountLockedError],
  })
  signIn(
    @Body() dto: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInDto> {
    return this.flow.signIn(dto, request, reply);
  }

  @Post('refresh')
  @Operation({
    summary: 'Exchange the refresh cookie for a new access token',
    description: 'Each cookie works once; one that is used twice ends the session.',
    access: 'public',
    returns: SignedInDto,
    errors: [SessionOverError],
  })
  refreshSession(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInDto> {
    return this.flow.refresh(request, reply);
  }

  @Post('logout')
  @Operation({ summary: 'Sign out', access: 'public', status: 204 })
  signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    return this.flow.signOut(request, reply);
  }
}

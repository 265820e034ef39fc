import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Operation } from '../../platform/http/operation.js';
import { ProductInfoDto, SignedInDto, SignedOutDto, SignInDto } from './auth.dto.js';
import { TooManyAttemptsError } from '../one-time-links/one-time-link.errors.js';
import { SecondFactorNeededError, WrongCodeError } from '../second-factor/second-factor.errors.js';
import { AccountLockedError, SessionOverError, WrongCredentialsError } from './auth.errors.js';
import { SignInFlow } from './sign-in-flow.js';

@ApiTags('auth')
@Controller('auth')
export class AuthController {
  constructor(private readonly flow: SignInFlow) {}

  @Get('info')
  @Operation({ summary: 'Tell what this installation is', access: 'public', returns: ProductInfoDto })
  readProductInfo(): ProductInfoDto {
    return this.flow.info();
  }

  @Post('login')
  @Operation({
    summary: 'Sign in',
    description: 'Answers an access token and sets the refresh token as an httpOnly cookie.',
    access: 'public',
    returns: SignedInDto,
    errors: [
      WrongCredentialsError,
      SecondFactorNeededError,
      WrongCodeError,
      AccountLockedError,
      TooManyAttemptsError,
    ],
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
    description:
      'Each cookie works once; one that is used twice ends the session, unless it comes within a minute with the ' +
      '`Idempotency-Key` of the first time: then the answer was lost.',
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
  @Operation({ summary: 'Sign out', access: 'public', returns: SignedOutDto })
  signOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedOutDto> {
    return this.flow.signOut(request, reply);
  }
}

import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccessTokens } from '../../platform/auth/access-token.js';
import type { AppConfig } from '../../platform/config/app-config.js';
import { APP_CONFIG } from '../../platform/config/config.module.js';
import type { SignedInDto, SignInDto } from './auth.dto.js';
import { SessionOverError } from './auth.errors.js';
import { MeService } from './me.service.js';
import { Sessions, type OpenSession } from './sessions.js';
import { SignInService } from './sign-in.service.js';

const COOKIE = 'juke_refresh';
const COOKIE_PATH = '/api/v1/auth';

/** The transport side of signing in: cookie and token around the session. */
@Injectable()
export class SignInFlow {
  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly service: SignInService,
    private readonly sessions: Sessions,
    private readonly tokens: AccessTokens,
    private readonly me: MeService,
  ) {}

  async signIn(dto: SignInDto, request: FastifyRequest, reply: FastifyReply): Promise<SignedInDto> {
    return this.answer(await this.service.signIn(dto, request.ip, request.headers['user-agent']), reply);
  }

  async refresh(request: FastifyRequest, reply: FastifyReply): Promise<SignedInDto> {
    const token = request.cookies[COOKIE];
    if (!token) throw new SessionOverError();
    try {
      return await this.answer(await this.sessions.rotate(token), reply);
    } catch (error) {
      if (error instanceof SessionOverError) this.clear(reply);
      throw error;
    }
  }

  async signOut(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const token = request.cookies[COOKIE];
    if (token) await this.sessions.endByToken(token);
    this.clear(reply);
  }

  private async answer(
    { userId, sessionId, refreshToken }: OpenSession,
    reply: FastifyReply,
  ): Promise<SignedInDto> {
    void reply
      .setCookie(COOKIE, refreshToken, {
        path: COOKIE_PATH,
        httpOnly: true,
        sameSite: 'strict',
        secure: this.config.secureCookies,
        maxAge: this.config.refreshTokenDays * 86_400,
      })
      .header('cache-control', 'no-store');
    const accessToken = this.tokens.sign({ sub: userId, sid: sessionId });
    return { accessToken, expiresIn: this.config.accessTokenSeconds, user: await this.me.read(userId) };
  }

  private clear(reply: FastifyReply): void {
    void reply.clearCookie(COOKIE, { path: COOKIE_PATH });
  }
}

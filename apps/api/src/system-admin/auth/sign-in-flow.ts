import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccessTokens } from '../../platform/auth/access-token.js';
import type { AppConfig } from '../../platform/config/app-config.js';
import { APP_CONFIG } from '../../platform/config/config.module.js';
import type { ProductInfoDto, SignedInDto, SignedOutDto, SignInDto } from './auth.dto.js';
import { SsoService } from '../sso/sso.service.js';
import { SessionOverError } from './auth.errors.js';
import { MeService } from './me.service.js';
import { Sessions, type OpenSession } from './sessions.js';
import { originOf } from './sign-in-history.js';
import { SignInService } from './sign-in.service.js';

/** With the prefix a browser takes the cookie from no unsafe page, whatever another host of the domain tries. */
const cookieName = (isSecure: boolean): string => (isSecure ? '__Secure-juke_refresh' : 'juke_refresh');
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
    private readonly sso: SsoService,
  ) {}

  private get cookie(): string {
    return cookieName(this.config.secureCookies);
  }

  info(): ProductInfoDto {
    const { demo, mail, sso } = this.config;
    return {
      product: 'Juke CRM',
      demo,
      canResetByMail: mail !== undefined,
      ssoLabel: sso ? (sso.label ?? 'SSO') : null,
    };
  }

  async signIn(dto: SignInDto, request: FastifyRequest, reply: FastifyReply): Promise<SignedInDto> {
    return this.answer(await this.service.signIn(dto, originOf(request)), reply);
  }

  async refresh(request: FastifyRequest, reply: FastifyReply): Promise<SignedInDto> {
    const token = request.cookies[this.cookie];
    if (!token) throw new SessionOverError();
    const key = request.headers['idempotency-key'];
    try {
      return await this.answer(
        await this.sessions.rotate(token, typeof key === 'string' ? key : null),
        reply,
      );
    } catch (error) {
      if (error instanceof SessionOverError) this.clear(reply);
      throw error;
    }
  }

  async signOut(request: FastifyRequest, reply: FastifyReply): Promise<SignedOutDto> {
    const token = request.cookies[this.cookie];
    const method = token && (await this.sessions.endByToken(token));
    this.clear(reply);
    void reply.header('clear-site-data', '"cache"');
    return { continueAt: method === 'sso' ? ((await this.sso.endSessionUrl()) ?? null) : null };
  }

  private async answer(session: OpenSession, reply: FastifyReply): Promise<SignedInDto> {
    const { userId, sessionId } = session;
    this.keep(session, reply);
    const accessToken = this.tokens.sign({ sub: userId, sid: sessionId });
    const user = await this.me.read(userId, sessionId);
    return { accessToken, expiresIn: this.config.accessTokenSeconds, user };
  }

  /** Leaves the session in the browser; an access token follows from `refresh`. */
  keep({ refreshToken }: OpenSession, reply: FastifyReply): void {
    void reply
      .setCookie(this.cookie, refreshToken, {
        path: COOKIE_PATH,
        httpOnly: true,
        sameSite: 'strict',
        secure: this.config.secureCookies,
        maxAge: this.config.refreshTokenDays * 86_400,
      })
      .header('cache-control', 'no-store');
  }

  private clear(reply: FastifyReply): void {
    void reply.clearCookie(this.cookie, { path: COOKIE_PATH, secure: this.config.secureCookies });
  }
}

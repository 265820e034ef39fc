import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Sealing } from '../../platform/auth/sealing.js';
import type { AppConfig } from '../../platform/config/app-config.js';
import { APP_CONFIG } from '../../platform/config/config.module.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { SignInFlow } from '../auth/sign-in-flow.js';
import { originOf } from '../auth/sign-in-history.js';
import type { PendingSignIn } from './identity-provider.js';
import { SsoService } from './sso.service.js';

const COOKIE = 'juke_sso';
const COOKIE_PATH = '/api/v1/auth/sso';
const WAIT_SECONDS = 600;

/** Only paths of this app: a link must not send a freshly signed-in user elsewhere. */
const ownPath = (next: string | undefined): string => (next && /^\/(?![/\\])/.test(next) ? next : '/');

/** The transport side of single sign-on: redirects, and a cookie that only this browser has. */
@Injectable()
export class SsoFlow {
  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly service: SsoService,
    private readonly sealing: Sealing,
    private readonly signIn: SignInFlow,
  ) {}

  async begin(next: string | undefined, reply: FastifyReply): Promise<void> {
    const { url, pending } = await this.service.begin(ownPath(next));
    // Lax: the way back is a navigation from another site, and a strict cookie would stay at home.
    void reply
      .setCookie(COOKIE, this.sealing.seal(JSON.stringify(pending)), {
        path: COOKIE_PATH,
        httpOnly: true,
        sameSite: 'lax',
        secure: this.config.secureCookies,
        maxAge: WAIT_SECONDS,
      })
      .header('cache-control', 'no-store')
      .redirect(url.href, 302);
  }

  /** A person stands at this address, not a program: what went wrong is said by the sign-in page. */
  async finish(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const pending = this.pendingOf(request);
    void reply.clearCookie(COOKIE, { path: COOKIE_PATH }).header('cache-control', 'no-store');
    try {
      const query = new URL(request.url, this.config.publicUrl).search;
      this.signIn.keep(await this.service.finish(query, pending, originOf(request)), reply);
      void reply.redirect(this.page({ sso: 'done', next: pending!.next }), 302);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      void reply.redirect(this.page({ problem: error.problem.code }), 302);
    }
  }

  private page(query: Record<string, string>): string {
    return `${this.config.publicUrl}/sign-in?${new URLSearchParams(query).toString()}`;
  }

  private pendingOf(request: FastifyRequest): PendingSignIn | undefined {
    const sealed = request.cookies[COOKIE];
    if (!sealed) return undefined;
    try {
      return JSON.parse(this.sealing.open(sealed)) as PendingSignIn;
    } catch {
      return undefined;
    }
  }
}

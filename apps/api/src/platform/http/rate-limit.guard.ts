import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { ActorRequest } from '../auth/actor.js';
import type { AppConfig } from '../config/app-config.js';
import { APP_CONFIG } from '../config/config.module.js';
import { TooManyRequestsError } from './rate-limit.errors.js';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

const perMinute = (points: number): RateLimiterMemory | undefined =>
  points > 0 ? new RateLimiterMemory({ points, duration: 60 }) : undefined;

/**
 * Bounds what one account, or one API key, may change in a minute, and what one address may ask for without an account (sign-in, reset of a
 * password, …). Reading is not counted: it costs little, and a list turned quickly is honest work. Counted in each process:
 * with several of them behind a balancer the bound is that many times higher.
 */
@Injectable()
export class RateLimitGuard implements CanActivate {
  private readonly accounts: RateLimiterMemory | undefined;
  private readonly addresses: RateLimiterMemory | undefined;

  constructor(@Inject(APP_CONFIG) { changesPerMinute, anonymousPerMinute }: AppConfig) {
    this.accounts = perMinute(changesPerMinute);
    this.addresses = perMinute(anonymousPerMinute);
  }

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<ActorRequest>();
    if (READING.has(request.method)) return true;
    const limiter = request.user ? this.accounts : this.addresses;
    const account = request.user?.origin?.apiKeyId ?? request.user?.id;
    return limiter ? this.count(limiter, account ?? request.ip, http.getResponse()) : true;
  }

  private async count(limiter: RateLimiterMemory, who: string, reply: FastifyReply): Promise<boolean> {
    try {
      await limiter.consume(who);
      return true;
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      const error = new TooManyRequestsError(refused.msBeforeNext / 1000);
      void reply.header('retry-after', String(error.params.seconds));
      throw error;
    }
  }
}

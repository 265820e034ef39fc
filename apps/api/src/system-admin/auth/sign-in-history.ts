import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Rows } from '../../platform/database/rows.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { Rounds } from '../../platform/rounds/rounds.js';

export const SIGN_IN_METHODS = ['password', 'sso', 'reset-request'] as const;
export type SignInMethod = (typeof SIGN_IN_METHODS)[number];

/** Where an attempt to sign in came from. */
export interface Origin {
  readonly ip: string;
  readonly userAgent: string | undefined;
}

export interface SignInAttempt {
  /** Null when the name fits nobody; the name itself is not kept. */
  readonly userId: string | null;
  readonly method: SignInMethod;
  readonly succeeded: boolean;
  /** Code of the problem. */
  readonly reason?: string;
}

export const originOf = (request: FastifyRequest): Origin => ({
  ip: request.ip,
  userAgent: request.headers['user-agent'],
});

const NOTE = `insert into sign_in_attempts (user_id, method, succeeded, reason, ip, user_agent) values ($1, $2, $3, $4, $5, $6)`;
/** An office behind one address fails now and then; a guesser fails all the time. */
const MOST_FAILURES = 100;
const MOST_RESET_REQUESTS = 30;
const FAILURES = `select count(*)::int as count from sign_in_attempts where ip = $1 and occurred_at > now() - interval '10 minutes'
  and case when $2 = 'reset-request' then method = 'reset-request' else not succeeded and method <> 'reset-request' end`;
const SWEEP = `with old as (delete from sign_in_attempts
    where occurred_at < now() - make_interval(days => (select sign_in_history_days from security_policies)) returning 1)
  select count(*) from old`;
const SWEEP_EVERY_MS = 3_600_000;

/** Who signed in, or tried to: kept for the days of the policy, and counted against guessing. */
@Injectable()
export class SignInHistory implements OnModuleInit {
  constructor(
    private readonly rounds: Rounds,
    private readonly rows: Rows,
  ) {}

  onModuleInit(): void {
    this.rounds.register({ name: 'removing old sign-ins', everyMs: SWEEP_EVERY_MS, run: () => this.sweep() });
  }

  async note(unit: Unit, { ip, userAgent }: Origin, attempt: SignInAttempt): Promise<void> {
    const { userId, method, succeeded, reason } = attempt;
    await unit.query(NOTE, [userId, method, succeeded, reason ?? null, ip, userAgent?.slice(0, 300) ?? null]);
  }

  /** Whether this address tried so often in ten minutes that it has to wait. */
  async isTooMany({ ip }: Origin, method: SignInMethod): Promise<boolean> {
    const found = await this.rows.one<{ count: number }>(FAILURES, [ip, method]);
    return found!.count >= (method === 'reset-request' ? MOST_RESET_REQUESTS : MOST_FAILURES);
  }

  /** Removes what is older than the policy keeps. */
  async sweep(): Promise<void> {
    await this.rows.all(SWEEP);
  }
}

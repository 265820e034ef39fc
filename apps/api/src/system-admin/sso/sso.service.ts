import { Injectable, Logger } from '@nestjs/common';
import { SYSTEM_ACTOR } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Sessions, type OpenSession } from '../auth/sessions.js';
import { SignInHistory, type Origin } from '../auth/sign-in-history.js';
import { IdentityProvider, type ConfirmedPerson, type PendingSignIn } from './identity-provider.js';
import { SsoFailedError, SsoOffError, SsoUnknownPersonError } from './sso.errors.js';
import { SsoAccounts } from './sso-accounts.js';

/** Signing in at the company's identity provider. Its second factor is its own affair. */
@Injectable()
export class SsoService {
  private readonly logger = new Logger('Sso');

  constructor(
    private readonly provider: IdentityProvider,
    private readonly accounts: SsoAccounts,
    private readonly work: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly history: SignInHistory,
  ) {}

  /** @throws SsoOffError, SsoFailedError when the provider is away */
  async begin(next: string): Promise<{ url: URL; pending: PendingSignIn }> {
    try {
      return await this.provider.begin(next);
    } catch (error) {
      throw this.failure(error);
    }
  }

  /** @throws SsoFailedError, SsoUnknownPersonError */
  async finish(query: string, pending: PendingSignIn | undefined, origin: Origin): Promise<OpenSession> {
    if (!pending) throw new SsoFailedError();
    const person = await this.confirmed(query, pending);
    const opened = await this.work.run(SYSTEM_ACTOR, 'auth.sso', async (unit) => {
      const account = await this.accounts.find(unit, person);
      const succeeded = account?.state === 'active';
      const reason = succeeded ? undefined : account ? 'user.not-active' : 'auth.sso-unknown-person';
      await this.history.note(unit, origin, {
        userId: account?.id ?? null,
        method: 'sso',
        succeeded,
        reason,
      });
      return succeeded ? this.sessions.open(unit, account.id, origin, 'sso') : undefined;
    });
    // The attempt is noted, so the transaction had to commit before this.
    if (!opened) throw new SsoUnknownPersonError();
    return opened;
  }

  /** The provider's page for signing out; undefined when there is none or it does not answer. */
  async endSessionUrl(): Promise<string | undefined> {
    try {
      return await this.provider.endSessionUrl();
    } catch (error) {
      this.failure(error);
      return undefined;
    }
  }

  private async confirmed(query: string, pending: PendingSignIn): Promise<ConfirmedPerson> {
    try {
      return await this.provider.confirm(query, pending);
    } catch (error) {
      throw this.failure(error);
    }
  }

  /** Why goes into the log: the browser is told only that it failed. */
  private failure(error: unknown): Error {
    if (error instanceof SsoOffError) return error;
    const { message, cause } = error as Error;
    this.logger.warn(`${message}${cause instanceof Error ? `: ${cause.message}` : ''}`);
    return new SsoFailedError();
  }
}

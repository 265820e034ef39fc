import type { AccessTokenClaims } from './access-token.js';
import type { Actor } from './actor.js';

/** Where the guard and the jobs get actors from; the module that owns users provides it. */
export abstract class ActorSource {
  /** The actor behind a live session; undefined when it ended or the user is disabled. */
  abstract bySession(userId: string, sessionId: string): Promise<Actor | undefined>;
  /** The actor that a good token names: oneself, or the user whom one sees as. */
  byToken({ sub, sid, view }: AccessTokenClaims): Promise<Actor | undefined> {
    return view ? this.byView(sub, sid, view) : this.bySession(sub, sid);
  }
  /** The actor of a user whom the owner of a live session sees as; undefined when that is over. */
  abstract byView(userId: string, sessionId: string, viewId: string): Promise<Actor | undefined>;
  /**
   * The actor of an API key: its owner, as far as the key reaches.
   * @throws a domain error (401, 403) that says why the key is not taken.
   */
  abstract byApiKey(secret: string, ip: string): Promise<Actor>;
  /** The same for work that the key asked for earlier; @throws when the key has ended since. */
  abstract byApiKeyId(id: string): Promise<Actor>;
  /** The actor of a user with today's rights, for work done in the user's name. */
  abstract byUser(userId: string): Promise<Actor | undefined>;
}

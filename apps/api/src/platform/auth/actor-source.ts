import type { Actor } from './actor.js';

/** Where the guard and the jobs get actors from; the module that owns users provides it. */
export abstract class ActorSource {
  /** The actor behind a live session; undefined when it ended or the user is disabled. */
  abstract bySession(userId: string, sessionId: string): Promise<Actor | undefined>;
  /** The actor of a user with today's rights, for work done in the user's name. */
  abstract byUser(userId: string): Promise<Actor | undefined>;
}

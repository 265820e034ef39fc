import type { Schema } from '@juke/api-client';
import { bodyOf, client } from '../../shared/api/client';

export type Session = Schema<'SessionDto'>;
export type SignInAttempt = Schema<'SignInAttemptDto'>;

/** Where one account is signed in: one's own, or somebody's that one keeps. */
export interface SessionSource {
  readonly key: readonly string[];
  list(signal?: AbortSignal): Promise<Session[]>;
  attempts(signal?: AbortSignal): Promise<SignInAttempt[]>;
  end(id: string): Promise<unknown>;
  /** Of oneself all but the one in use. */
  endAll(): Promise<unknown>;
}

export const ownSessions: SessionSource = {
  key: ['sessions', 'own'],
  list: (signal) => bodyOf(client.GET('/api/v1/me/sessions', { signal })),
  attempts: (signal) => bodyOf(client.GET('/api/v1/me/sign-ins', { signal })),
  end: (id) => client.POST('/api/v1/me/sessions/{id}/end', { params: { path: { id } } }),
  endAll: () => client.POST('/api/v1/me/sessions/end-others'),
};

export const userSessions = (userId: string): SessionSource => {
  const params = { path: { id: userId } };
  return {
    key: ['sessions', userId],
    list: (signal) => bodyOf(client.GET('/api/v1/users/{id}/sessions', { params, signal })),
    attempts: async (signal) =>
      (
        await bodyOf(
          client.GET('/api/v1/sign-ins', { params: { query: { userId: [userId], limit: 100 } }, signal }),
        )
      ).items,
    end: (sessionId) =>
      client.POST('/api/v1/users/{id}/sessions/{sessionId}/end', {
        params: { path: { id: userId, sessionId } },
      }),
    endAll: () => client.POST('/api/v1/users/{id}/sessions/end-all', { params }),
  };
};

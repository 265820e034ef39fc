import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { isWithinScope } from '../lists/scope.js';
import type { Audience } from './domain-event.js';

export interface LiveMessage {
  /** Position in the outbox; absent for messages that are not stored (job progress). */
  readonly id?: string;
  readonly name: string;
  readonly data: unknown;
  readonly audience: Audience;
}

interface Listener {
  readonly actor: Actor;
  readonly send: (message: LiveMessage) => void;
}

/** May this actor hear a message for this audience? An empty audience is for nobody. */
export function isAddressed(actor: Actor, audience: Audience): boolean {
  if (audience.userId) return audience.userId === actor.id;
  if (!audience.permission) return false;
  if (audience.ownerId === undefined && audience.departmentId === undefined)
    return actor.permissions.has(audience.permission);
  return isWithinScope(
    { ownerId: audience.ownerId ?? null, departmentId: audience.departmentId ?? null },
    audience.permission,
    actor,
  );
}

/** The open event streams of this process. */
@Injectable()
export class LiveHub {
  private readonly listeners = new Set<Listener>();
  /** In-process subscribers of every stored event (caches, follow-up work). */
  private readonly watchers = new Set<(message: LiveMessage) => void>();

  listen(actor: Actor, send: Listener['send']): () => void {
    const listener = { actor, send };
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  watch(watcher: (message: LiveMessage) => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  publish(message: LiveMessage): void {
    for (const watcher of this.watchers) watcher(message);
    for (const { actor, send } of this.listeners) if (isAddressed(actor, message.audience)) send(message);
  }
}

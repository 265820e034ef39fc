import { tryOnScopeDispose } from '@vueuse/core';
import { type LiveEventName, type LiveEvents, onLiveEvent, onLiveResumed } from './event-stream';

/**
 * Calls the handlers for the server's live events while the calling component lives. The shell keeps the one
 * connection of the tab; `resumed` runs after it was lost and came back, when a re-read is due.
 */
export function useEvents(
  handlers: { [Name in LiveEventName]?: (data: LiveEvents[Name]) => void } & { resumed?: () => void },
): void {
  const { off } = onLiveEvent(({ name, data }) => {
    (handlers[name as LiveEventName] as ((data: unknown) => void) | undefined)?.(data);
  });
  tryOnScopeDispose(off);
  if (handlers.resumed) tryOnScopeDispose(onLiveResumed(handlers.resumed).off);
}

import { type Component, defineAsyncComponent } from 'vue';

/** Long after the first list, and before most people ask for more. */
const QUIET_MS = 3000;

/** Fetches what will be wanted while nobody waits for anything; a failure shows when it is wanted. */
export function fetchWhenIdle(load: () => Promise<unknown>): void {
  setTimeout(() => {
    const fetch = () => void load().catch(() => {});
    if ('requestIdleCallback' in window) requestIdleCallback(fetch);
    else fetch();
  }, QUIET_MS);
}

/** A part of a page that opens later (a form, a drawer): not with the page, but there when it is opened. */
export function lazily<T extends Component>(load: () => Promise<{ default: T }>): T {
  fetchWhenIdle(load);
  return defineAsyncComponent(load);
}

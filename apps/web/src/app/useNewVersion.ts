import { useEventListener, useIntervalFn } from '@vueuse/core';
import { ref } from 'vue';

const CHECK_EVERY = 15 * 60_000;

/** The built page names its hashed entry file: another name on the server means a newer build is out. */
const entryOf = (html: string): string | undefined => /src="([^"]*\/index-[^"]+\.js)"/.exec(html)?.[1];

/** True once the server has a newer build than this tab runs. */
export function useNewVersion() {
  const isOutdated = ref(false);
  const running = entryOf(document.documentElement.outerHTML);

  async function check(): Promise<void> {
    if (isOutdated.value || !running || document.visibilityState === 'hidden') return;
    const html = await fetch('/index.html', { cache: 'no-store' })
      .then((response) => (response.ok ? response.text() : ''))
      .catch(() => '');
    const served = entryOf(html);
    isOutdated.value = served !== undefined && served !== running;
  }

  useIntervalFn(check, CHECK_EVERY);
  useEventListener(document, 'visibilitychange', check);
  // A lazy page of an older build is gone from the server.
  useEventListener(window, 'vite:preloadError', () => {
    isOutdated.value = true;
  });
  return { isOutdated };
}

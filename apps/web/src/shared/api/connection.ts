import { useOnline } from '@vueuse/core';
import { computed, ref } from 'vue';

const PROBE_EVERY = 4_000;
const isServerAway = ref(false);
let probe: ReturnType<typeof setTimeout> | undefined;

async function probeServer(): Promise<void> {
  const answer = await fetch('/api/health/ready').catch(() => null);
  if (answer?.ok) isServerAway.value = false;
  else probe = setTimeout(probeServer, PROBE_EVERY);
}

/** Called for every answer: 502 to 504 or none at all means the server is away, until a probe finds it again. */
export function noteReachability(status: number | null): void {
  const isAway = status === null || (status >= 502 && status <= 504);
  if (isAway && !isServerAway.value) {
    isServerAway.value = true;
    clearTimeout(probe);
    probe = setTimeout(probeServer, PROBE_EVERY);
  }
}

export function useConnection() {
  const isOnline = useOnline();
  const state = computed<'online' | 'offline' | 'serverAway'>(() => {
    if (!isOnline.value) return 'offline';
    return isServerAway.value ? 'serverAway' : 'online';
  });
  return { state };
}

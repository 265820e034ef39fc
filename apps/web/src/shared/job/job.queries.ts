import { useQuery, useQueryCache } from '@pinia/colada';
import { useIntervalFn } from '@vueuse/core';
import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import { bodyOf, client } from '../api/client';
import type { Job } from '../api/contract';
import { useEvents } from '../events/useEvents';

export type { Job } from '../api/contract';

export const isUnderWay = (job: Job | undefined): boolean =>
  job?.state === 'queued' || job?.state === 'running';

/** Asked now and then even while events flow: a proxy may swallow the stream. */
const FALLBACK_EVERY = 5_000;

/** A job as it goes: by live events, by asking when they stay away. Not asked for while `enabled` says no. */
export function useJob(id: MaybeRefOrGetter<string>, enabled: () => boolean = () => true) {
  const cache = useQueryCache();
  const key = computed(() => ['jobs', 'one', toValue(id)]);
  const query = useQuery({
    key: () => key.value,
    query: ({ signal }) =>
      bodyOf(client.GET('/api/v1/jobs/{id}', { params: { path: { id: toValue(id) } }, signal })),
    enabled,
  });
  useEvents({
    'job.changed': (job) => {
      if (job.id === toValue(id)) cache.setQueryData(key.value, job);
    },
  });
  useIntervalFn(() => {
    if (isUnderWay(query.data.value)) void query.refetch();
  }, FALLBACK_EVERY);
  return query;
}

/** The caller's latest jobs, newest first. */
export function useRecentJobs(limit: number) {
  const query = useQuery({
    key: ['jobs', 'recent', limit],
    query: ({ signal }) => bodyOf(client.GET('/api/v1/jobs', { params: { query: { limit } }, signal })),
  });
  // Each job's own card follows its progress; the list is read again only for a job it does not know.
  useEvents({
    'job.changed': ({ id }) => {
      if (!query.data.value?.items.some((job) => job.id === id)) void query.refetch().catch(() => undefined);
    },
  });
  return query;
}

export const cancelJob = (id: string): Promise<Job> =>
  bodyOf(client.POST('/api/v1/jobs/{id}/cancel', { params: { path: { id } } }));

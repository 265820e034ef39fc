import type { Schema } from '@juke/api-client';
import { useMutation, useQuery } from '@pinia/colada';
import { bodyOf, client } from '../../shared/api/client';
import { listSource } from '../../shared/api/list-source';
import { useRefresh } from '../../shared/api/useRefresh';

export type Activity = Schema<'ActivityDto'>;
export type ActivityValues = Schema<'CreateActivityDto'>;
export type Task = Schema<'TaskDto'>;
export type TaskValues = Schema<'CreateTaskDto'>;
export type TimelineEntry = Schema<'TimelineEntryDto'>;
export type TimelineKind = TimelineEntry['kind'];

export const activitySource = listSource('activities', '/api/v1/activities', { count: true });
export const taskSource = listSource('tasks', '/api/v1/tasks', { count: true });

const versioned = ({ id, version }: { id: string; version: number }) => ({
  params: { path: { id }, header: { 'If-Match': `"${version}"` } },
});
/** A call changes its customer too: when it was last spoken to, and what is next. */
const STALE = ['activities', 'tasks', 'customers'];

export const readTimeline = (
  id: string,
  kind: readonly TimelineKind[],
  cursor?: string,
  signal?: AbortSignal,
) =>
  bodyOf(
    client.GET('/api/v1/customers/{id}/timeline', {
      params: { path: { id }, query: { kind: [...kind], limit: 30, ...(cursor && { cursor }) } },
      signal,
    }),
  );

export const useTimeline = (id: () => string, kinds: () => readonly TimelineKind[]) =>
  useQuery({
    key: () => ['activities', 'timeline', id(), kinds().join()],
    query: ({ signal }) => readTimeline(id(), kinds(), undefined, signal),
    placeholderData: (previous) => previous,
  });

export const useActivity = (id: () => string) =>
  useQuery({
    key: () => ['activities', 'one', id()],
    query: ({ signal }) =>
      bodyOf(client.GET('/api/v1/activities/{id}', { params: { path: { id: id() } }, signal })),
  });

export function useSaveActivity() {
  const refresh = useRefresh();
  return useMutation({
    mutation: ({ record, values }: { record?: Activity; values: ActivityValues }) =>
      bodyOf(
        record
          ? client.PATCH('/api/v1/activities/{id}', { ...versioned(record), body: values })
          : client.POST('/api/v1/activities', { body: values }),
      ),
    onSuccess: () => refresh(...STALE),
  });
}

export function useDeleteActivity() {
  const refresh = useRefresh();
  return useMutation({
    mutation: (id: string) => client.DELETE('/api/v1/activities/{id}', { params: { path: { id } } }),
    onSuccess: () => refresh(...STALE),
  });
}

export function useSaveTask() {
  const refresh = useRefresh();
  return useMutation({
    mutation: ({ record, values }: { record?: Task; values: Partial<TaskValues> }) =>
      bodyOf(
        record
          ? client.PATCH('/api/v1/tasks/{id}', { ...versioned(record), body: values })
          : client.POST('/api/v1/tasks', { body: values as TaskValues }),
      ),
    onSuccess: () => refresh(...STALE),
  });
}

/** Done, or taken up again, on the version that was seen. */
export function useTaskSteps() {
  const refresh = useRefresh();
  const step = async (call: Promise<unknown>): Promise<void> => {
    try {
      await call;
    } finally {
      await refresh(...STALE);
    }
  };
  return {
    complete: (task: Task) => step(client.POST('/api/v1/tasks/{id}/complete', versioned(task))),
    reopen: (task: Task) => step(client.POST('/api/v1/tasks/{id}/reopen', versioned(task))),
    remove: (task: Task) => step(client.DELETE('/api/v1/tasks/{id}', versioned(task))),
  };
}

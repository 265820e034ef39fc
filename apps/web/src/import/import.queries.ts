import { useMutation, useQuery, useQueryCache } from '@pinia/colada';
import { useIntervalFn } from '@vueuse/core';
import { type MaybeRefOrGetter, toValue } from 'vue';
import { bodyOf, client } from '../shared/api/client';
import type { Job } from '../shared/api/contract';
import { listSource } from '../shared/api/list-source';
import type { Page } from '../shared/api/list-types';
import { useRefresh } from '../shared/api/useRefresh';
import { uploadFile } from '../shared/api/upload';
import { useEvents } from '../shared/events/useEvents';
import { isWorking } from './import-steps';
import type { Import, ImportChoices, ImportOptions, ImportRow, MappingEntry } from './import-types';

const KEY = 'imports';
/** Asked now and then while a job works, should its events stay away. */
const FALLBACK_EVERY = 2_500;

export const importSource = listSource(KEY, '/api/v1/imports');

const keyOf = (id: string) => [KEY, 'one', id];
/** The document leaves what a file is and what a check found open; `import-types.ts` says it. */
const asImport = (call: Promise<unknown>) => call as Promise<Import>;

/** Uploads a file and lets it be recognised. */
export async function beginImport(
  file: File,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<Import> {
  const { id } = await uploadFile(file, onProgress, signal);
  return asImport(bodyOf(client.POST('/api/v1/imports', { body: { fileId: id }, signal })));
}

/** Begins an import of another sheet of a workbook that is there already. */
export const beginSheet = (fileId: string, sheet: string): Promise<Import> =>
  asImport(bodyOf(client.POST('/api/v1/imports', { body: { fileId, choices: { sheet } } })));

/** The imports of one file, newest first: those of the sheets of a workbook. */
export const useImportsOfFile = (fileId: MaybeRefOrGetter<string>, isWanted: MaybeRefOrGetter<boolean>) =>
  useQuery({
    key: () => [KEY, 'file', toValue(fileId)],
    query: ({ signal }) => importSource.page({ fileId: [toValue(fileId)], limit: 200 }, signal),
    enabled: () => toValue(isWanted),
  });

/** An import with its state; follows the jobs that work on it. */
export function useImport(id: MaybeRefOrGetter<string>) {
  const query = useQuery({
    key: () => keyOf(toValue(id)),
    query: ({ signal }) =>
      asImport(bodyOf(client.GET('/api/v1/imports/{id}', { params: { path: { id: toValue(id) } }, signal }))),
  });
  useEvents({
    'job.changed': ({ id: jobId, finishedAt }) => {
      if (finishedAt && jobId === query.data.value?.jobId) void query.refetch();
    },
  });
  useIntervalFn(() => {
    if (query.data.value && isWorking(query.data.value.state)) void query.refetch();
  }, FALLBACK_EVERY);
  return query;
}

/** What may be imported, with the labels of every field. */
export const useImportableResources = () =>
  useQuery({
    key: [KEY, 'resources'],
    query: ({ signal }) => bodyOf(client.GET('/api/v1/imports/resources', { signal })),
    staleTime: 600_000,
  });

export interface ImportChange {
  readonly choices?: ImportChoices;
  readonly mapping?: MappingEntry[];
  readonly options?: ImportOptions;
}

/** Changes how a file is read or mapped; the answer is the import as it is then. */
export function useChangeImport(id: MaybeRefOrGetter<string>) {
  const cache = useQueryCache();
  return useMutation({
    mutation: (change: ImportChange) =>
      asImport(
        bodyOf(client.PATCH('/api/v1/imports/{id}', { params: { path: { id: toValue(id) } }, body: change })),
      ),
    onSuccess: (changed) => cache.setQueryData(keyOf(changed.id), changed),
  });
}

/** Starts the job of a step. */
export function useStartImportJob(id: MaybeRefOrGetter<string>) {
  const refresh = useRefresh();
  return useMutation({
    mutation: (action: 'check' | 'run' | 'undo') => startImportJob(toValue(id), action),
    onSettled: () => refresh(KEY),
  });
}

export function startImportJob(id: string, action: 'check' | 'run' | 'undo'): Promise<Job> {
  const params = { params: { path: { id } } };
  if (action === 'check') return bodyOf(client.POST('/api/v1/imports/{id}/check', params));
  if (action === 'run') return bodyOf(client.POST('/api/v1/imports/{id}/run', params));
  return bodyOf(client.POST('/api/v1/imports/{id}/undo', params));
}

/** An empty workbook with the headers of a resource. */
export async function fetchTemplate(resource: string): Promise<Blob> {
  const path = '/api/v1/imports/templates/{resource}';
  return (await bodyOf(
    client.GET(path, { params: { path: { resource } }, parseAs: 'blob' }),
  )) as unknown as Blob;
}

/** Rows with errors, a page at a time. */
export const useProblemRows = (
  id: MaybeRefOrGetter<string>,
  version: MaybeRefOrGetter<number>,
  cursor: MaybeRefOrGetter<string>,
) =>
  useQuery({
    key: () => [KEY, 'rows', toValue(id), toValue(version), toValue(cursor)],
    query: ({ signal }) =>
      bodyOf(
        client.GET('/api/v1/imports/{id}/rows', {
          params: {
            path: { id: toValue(id) },
            query: {
              hasProblems: [true],
              limit: 20,
              ...(toValue(cursor) && { cursor: toValue(cursor) }),
            },
          },
          signal,
        }),
      ) as unknown as Promise<Page<ImportRow>>,
    placeholderData: (previous) => previous,
  });

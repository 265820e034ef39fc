import type { Schema } from '@juke/api-client';
import { useMutation, useQuery } from '@pinia/colada';
import { bodyOf, client } from '../api/client';
import { useRefresh } from '../api/useRefresh';

export type Attachment = Schema<'AttachmentDto'>;
export type AttachmentVersion = Schema<'AttachmentVersionDto'>;

/** The record that files hang on, by its word in the API: `customer`. */
export interface FilesOf {
  readonly resource: string;
  readonly recordId: string;
}

/** Live events of `customer-attachment` make stale what begins with its plural. */
const keyOf = (resource: string): string => `${resource}-attachments`;
/** Files also stand in the timeline, beside the activities. */
export const staleOf = ({ resource }: FilesOf): string[] => [keyOf(resource), 'activities'];

const at = (id: string) => ({ params: { path: { id } } });
const versioned = ({ id, version }: Attachment) => ({
  params: { path: { id }, header: { 'If-Match': `"${version}"` } },
});

export const useAttachments = (of: () => FilesOf) =>
  useQuery({
    key: () => [keyOf(of().resource), of().recordId],
    query: ({ signal }) => {
      const { resource, recordId } = of();
      return bodyOf(
        client.GET('/api/v1/attachments/of/{resource}/{id}', {
          params: { path: { resource, id: recordId } },
          signal,
        }),
      );
    },
  });

export const readAttachment = (id: string) => bodyOf(client.GET('/api/v1/attachments/{id}', at(id)));

export const useVersions = (attachment: () => Attachment) =>
  useQuery({
    key: () => [keyOf(attachment().resource), 'versions', attachment().id, attachment().version],
    query: ({ signal }) =>
      bodyOf(client.GET('/api/v1/attachments/{id}/versions', { ...at(attachment().id), signal })),
  });

export const attach = (values: Schema<'CreateAttachmentDto'>) =>
  bodyOf(client.POST('/api/v1/attachments', { body: values }));

export const addVersion = (id: string, fileId: string) =>
  bodyOf(client.POST('/api/v1/attachments/{id}/versions', { ...at(id), body: { fileId } }));

export function useSaveAttachment() {
  const refresh = useRefresh();
  return useMutation({
    mutation: ({
      record,
      values,
      of,
    }: {
      record?: Attachment;
      values: Schema<'ChangeAttachmentDto'>;
      of: FilesOf;
    }) =>
      record
        ? bodyOf(client.PATCH('/api/v1/attachments/{id}', { ...versioned(record), body: values }))
        : attach({ ...values, ...of }),
    onSuccess: (_, { of }) => refresh(...staleOf(of)),
  });
}

export function useDeleteAttachment() {
  const refresh = useRefresh();
  return useMutation({
    mutation: (attachment: Attachment) => client.DELETE('/api/v1/attachments/{id}', versioned(attachment)),
    onSuccess: (_, attachment) => refresh(...staleOf(attachment)),
  });
}

/** The content of the newest version, or of the one told. */
export async function fetchContent(id: string, number?: number, signal?: AbortSignal): Promise<Blob> {
  const options = { parseAs: 'blob', signal } as const;
  const { data } =
    number === undefined
      ? await client.GET('/api/v1/attachments/{id}/content', { ...at(id), ...options })
      : await client.GET('/api/v1/attachments/{id}/versions/{number}/content', {
          params: { path: { id, number } },
          ...options,
        });
  return data as Blob;
}

import type { Schema } from '@juke/api-client';
import { useQuery } from '@pinia/colada';
import { computed } from 'vue';
import { bodyOf, client } from '../shared/api/client';
import { listSource } from '../shared/api/list-source';
import { useRefresh } from '../shared/api/useRefresh';
import { saveAs } from '../shared/export/save-file';
import { useSession } from '../shared/session/session.store';

export type Approval = Schema<'ApprovalDto'>;
export type ApprovalRow = Schema<'ApprovalRowDto'>;
export type InboxRow = Schema<'InboxRowDto'>;
export type ApprovalNode = Approval['nodes'][number];
export type ApprovalTask = ApprovalNode['tasks'][number];
export type ApprovalEntry = Approval['entries'][number];
export type Section = Approval['document'][number];
export type Difference = Approval['changes'][number];
export type Answer = 'yes' | 'no' | 'not-applicable';
export type ApprovalPreview = Schema<'ApprovalPreviewDto'>;

/** Every list of approvals is read again when one of them changes. */
const KEY = 'approvals';
const family = KEY;

export const approvalSource = listSource(KEY, '/api/v1/approvals', { family, count: true });
export const inboxSource = listSource('approval-inbox', '/api/v1/approvals/inbox', { family, count: true });
export const sentSource = listSource('approval-sent', '/api/v1/approvals/sent', { family });
export const doneSource = listSource('approval-done', '/api/v1/approvals/done', { family });
export const copiedSource = listSource('approval-copied', '/api/v1/approvals/copied', {
  family,
  count: true,
});

export const useApproval = (id: () => string) =>
  useQuery({
    key: () => [KEY, 'one', id()],
    query: ({ signal }) =>
      bodyOf(client.GET('/api/v1/approvals/{id}', { params: { path: { id: id() } }, signal })),
  });

/** How many wait for the decision of whoever looks. */
export function useInboxCount() {
  const session = useSession();
  const { data } = useQuery({
    key: [KEY, 'inbox-count'],
    query: ({ signal }) => bodyOf(client.GET('/api/v1/approvals/inbox/count', { signal })),
    enabled: () => session.can('approval:read'),
  });
  return computed(() => data.value?.count ?? 0);
}

export function useUnreadCopies() {
  const session = useSession();
  const { data } = useQuery({
    key: [KEY, 'unread-copies'],
    query: ({ signal }) =>
      bodyOf(
        client.GET('/api/v1/approvals/copied/count', { params: { query: { isRead: [false] } }, signal }),
      ),
    enabled: () => session.can('approval:read'),
  });
  return computed(() => data.value?.count ?? 0);
}

/** The few that wait longest, for the home page. */
export const useLongestWaiting = () =>
  useQuery({
    key: [KEY, 'longest-waiting'],
    query: ({ signal }) => inboxSource.page({ sort: 'waitingSince', limit: 5 }, signal),
  });

export const useSentNow = () =>
  useQuery({
    key: [KEY, 'sent-now'],
    query: ({ signal }) => sentSource.page({ state: ['running', 'returned'], limit: 5 }, signal),
  });

const at = (id: string) => ({ params: { path: { id } } });

/** Everything that is done with an approval; whatever comes of it, the page shows how it stands then. */
export function useApprovalActions() {
  const refresh = useRefresh();
  const afterwards = async <T>(call: Promise<{ data?: T }>): Promise<T> => {
    try {
      return await bodyOf(call);
    } finally {
      await refresh(KEY);
    }
  };
  return {
    approve: (id: string, body: Schema<'ApproveDto'>) =>
      afterwards(client.POST('/api/v1/approvals/{id}/approve', { ...at(id), body })),
    approveMany: (body: Schema<'BulkApproveDto'>) =>
      afterwards(client.POST('/api/v1/approvals/bulk-approve', { body })),
    return: (id: string, body: Schema<'ReturnDto'>) =>
      afterwards(client.POST('/api/v1/approvals/{id}/return', { ...at(id), body })),
    delegate: (id: string, body: Schema<'DelegateDto'>) =>
      afterwards(client.POST('/api/v1/approvals/{id}/delegate', { ...at(id), body })),
    addApprover: (id: string, body: Schema<'AddApproverDto'>) =>
      afterwards(client.POST('/api/v1/approvals/{id}/add-approver', { ...at(id), body })),
    comment: (id: string, body: Schema<'CommentDto'>) =>
      afterwards(client.POST('/api/v1/approvals/{id}/comment', { ...at(id), body })),
    copy: (id: string, body: Schema<'CopyDto'>) =>
      afterwards(client.POST('/api/v1/approvals/{id}/copy', { ...at(id), body })),
    withdraw: (id: string, body: Schema<'WithdrawDto'>) =>
      afterwards(client.POST('/api/v1/approvals/{id}/withdraw', { ...at(id), body })),
    urge: (id: string) => afterwards(client.POST('/api/v1/approvals/{id}/urge', at(id))),
    reassign: (id: string, body: Schema<'ReassignDto'>) =>
      afterwards(client.POST('/api/v1/approvals/{id}/reassign', { ...at(id), body })),
    release: (id: string, body: Schema<'ReleaseDto'>) =>
      afterwards(client.POST('/api/v1/approvals/{id}/release', { ...at(id), body })),
    terminate: (id: string, body: Schema<'TerminateDto'>) =>
      afterwards(client.POST('/api/v1/approvals/{id}/terminate', { ...at(id), body })),
  };
}

/** The way a saved document would take now, and whom its submitter may choose. */
export const readPreview = (documentType: string, documentId: string): Promise<ApprovalPreview> =>
  bodyOf(client.POST('/api/v1/approvals/preview', { body: { documentType, documentId } }));

/** Fetches a file of the document or of a remark into the browser's downloads. */
export async function downloadApprovalFile(id: string, file: { id: string; name: string }): Promise<void> {
  const content = await bodyOf(
    client.GET('/api/v1/approvals/{id}/files/{fileId}', {
      params: { path: { id, fileId: file.id } },
      parseAs: 'blob',
    }),
  );
  saveAs(file.name, content as unknown as Blob);
}

import type { Schema } from '@juke/api-client';
import { useMutation, useQuery } from '@pinia/colada';
import { type MaybeRefOrGetter, toValue } from 'vue';
import { bodyOf, client } from '../../shared/api/client';
import { listSource } from '../../shared/api/list-source';
import { useRefresh } from '../../shared/api/useRefresh';

export type Contact = Schema<'ContactDto'>;
export type Consent = Schema<'ConsentInputDto'>;
export type ContactValues = Schema<'CreateContactDto'>;
export type ContactMove = Schema<'MoveContactDto'>;

const KEY = 'contacts';
export const contactSource = listSource(KEY, '/api/v1/contacts', { count: true });

const versioned = ({ id, version }: { id: string; version: number }) => ({
  params: { path: { id }, header: { 'If-Match': `"${version}"` } },
});

export const useContacts = (customerId: MaybeRefOrGetter<string>) =>
  useQuery({
    key: () => [KEY, toValue(customerId)],
    query: ({ signal }) => contactSource.page({ customerId: [toValue(customerId)], limit: 100 }, signal),
  });

export function useSaveContact() {
  const refresh = useRefresh();
  return useMutation({
    mutation: ({ record, values }: { record?: Contact; values: Partial<ContactValues> }) =>
      bodyOf(
        record
          ? client.PATCH('/api/v1/contacts/{id}', { ...versioned(record), body: values })
          : client.POST('/api/v1/contacts', { body: values as ContactValues }),
      ),
    onSuccess: () => refresh(KEY, 'activities'),
  });
}

export function useMoveContact() {
  const refresh = useRefresh();
  return useMutation({
    mutation: ({ contact, move }: { contact: Contact; move: ContactMove }) =>
      bodyOf(client.POST('/api/v1/contacts/{id}/move', { ...versioned(contact), body: move })),
    onSuccess: () => refresh(KEY, 'opportunities', 'activities'),
  });
}

export function useDeleteContact() {
  const refresh = useRefresh();
  return useMutation({
    mutation: (id: string) => client.DELETE('/api/v1/contacts/{id}', { params: { path: { id } } }),
    onSuccess: () => refresh(KEY, 'activities'),
  });
}

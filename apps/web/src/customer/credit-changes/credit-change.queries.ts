import type { Schema } from '@juke/api-client';
import { useQuery } from '@pinia/colada';
import { bodyOf, client } from '../../shared/api/client';
import { listSource } from '../../shared/api/list-source';
import { useRefresh } from '../../shared/api/useRefresh';

export type CreditChange = Schema<'CreditChangeDto'>;
export type CreditChangeValues = Schema<'ChangeCreditChangeDto'>;

const KEY = 'credit-limit-changes';
export const creditChangeSource = listSource(KEY, '/api/v1/credit-limit-changes', { count: true });

const versioned = ({ id, version }: CreditChange) => ({
  params: { path: { id }, header: { 'If-Match': `"${version}"` } },
});

export const useCreditChange = (id: () => string) =>
  useQuery({
    key: () => [KEY, 'one', id()],
    query: ({ signal }) =>
      bodyOf(client.GET('/api/v1/credit-limit-changes/{id}', { params: { path: { id: id() } }, signal })),
  });

/** The latest of a customer, newest first. */
export const useCustomerCreditChanges = (customerId: () => string, isAllowed: () => boolean) =>
  useQuery({
    key: () => [KEY, 'of-customer', customerId()],
    query: ({ signal }) => creditChangeSource.page({ customerId: [customerId()], limit: 5 }, signal),
    enabled: isAllowed,
  });

/** An approved change is also a change of the customer, and each step one of its approval. */
export function useCreditChangeActions() {
  const refresh = useRefresh();
  const afterwards = async (call: Promise<{ data?: CreditChange }>): Promise<CreditChange> => {
    try {
      return await bodyOf(call);
    } finally {
      await refresh(KEY, 'approvals', 'customers');
    }
  };
  const at = (id: string) => ({ params: { path: { id } } });
  return {
    create: (body: Schema<'CreateCreditChangeDto'>) =>
      afterwards(client.POST('/api/v1/credit-limit-changes', { body })),
    change: (record: CreditChange, body: CreditChangeValues) =>
      afterwards(client.PATCH('/api/v1/credit-limit-changes/{id}', { ...versioned(record), body })),
    submit: (id: string, body: Schema<'SubmitCreditChangeDto'>) =>
      afterwards(client.POST('/api/v1/credit-limit-changes/{id}/submit', { ...at(id), body })),
    withdraw: (id: string) =>
      afterwards(client.POST('/api/v1/credit-limit-changes/{id}/withdraw', { ...at(id), body: {} })),
  };
}

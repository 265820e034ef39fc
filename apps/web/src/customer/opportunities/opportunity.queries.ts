import type { Schema } from '@juke/api-client';
import { useMutation, useQuery } from '@pinia/colada';
import { bodyOf, client } from '../../shared/api/client';
import { listSource } from '../../shared/api/list-source';
import type { ListParams } from '../../shared/api/list-types';
import { useRefresh } from '../../shared/api/useRefresh';
import type { SelectSource } from '../../shared/select/select-source';

export type Opportunity = Schema<'OpportunityDto'>;
export type WholeOpportunity = Schema<'WholeOpportunityDto'>;
export type NewOpportunity = Schema<'CreateOpportunityDto'>;
export type OpportunityChanges = Schema<'ChangeOpportunityDto'>;
export type StageTotal = Schema<'StageTotalDto'>;

const KEY = 'opportunities';
export const opportunitySource = listSource(KEY, '/api/v1/opportunities', { count: true, sums: true });

const versioned = ({ id, version }: { id: string; version: number }) => ({
  params: { path: { id }, header: { 'If-Match': `"${version}"` } },
});

export const useOpportunity = (id: () => string) =>
  useQuery({
    key: () => [KEY, 'one', id()],
    query: ({ signal }) =>
      bodyOf(client.GET('/api/v1/opportunities/{id}', { params: { path: { id: id() } }, signal })),
  });

export const readOpportunity = (id: string) =>
  bodyOf(client.GET('/api/v1/opportunities/{id}', { params: { path: { id } } }));

/** The open deals of a customer, and what was won and lost after them. */
export const useCustomerOpportunities = (customerId: () => string) =>
  useQuery({
    key: () => [KEY, 'of-customer', customerId()],
    query: ({ signal }) =>
      opportunitySource.page({ customerId: [customerId()], sort: '-stageSince', limit: 50 }, signal),
  });

export function useSaveOpportunity() {
  const refresh = useRefresh();
  return useMutation({
    mutation: ({ record, values }: { record?: Opportunity; values: OpportunityChanges }) =>
      bodyOf(
        record
          ? client.PATCH('/api/v1/opportunities/{id}', { ...versioned(record), body: values })
          : client.POST('/api/v1/opportunities', { body: values as NewOpportunity }),
      ),
    onSuccess: () => refresh(KEY),
  });
}

export function useDeleteOpportunity() {
  const refresh = useRefresh();
  return useMutation({
    mutation: (id: string) => client.DELETE('/api/v1/opportunities/{id}', { params: { path: { id } } }),
    onSuccess: () => refresh(KEY),
  });
}

/** Steps of a deal on its way, each on the version that was seen: who was overtaken hears of it. */
export function useOpportunitySteps() {
  const refresh = useRefresh();
  const afterwards = async (call: Promise<{ data?: WholeOpportunity }>): Promise<WholeOpportunity> => {
    try {
      return await bodyOf(call);
    } finally {
      await refresh(KEY);
    }
  };
  return {
    move: (deal: Opportunity, body: Schema<'MoveOpportunityDto'>) =>
      afterwards(client.POST('/api/v1/opportunities/{id}/move', { ...versioned(deal), body })),
    win: (deal: Opportunity, body: Schema<'WinOpportunityDto'>) =>
      afterwards(client.POST('/api/v1/opportunities/{id}/win', { ...versioned(deal), body })),
    lose: (deal: Opportunity, body: Schema<'LoseOpportunityDto'>) =>
      afterwards(client.POST('/api/v1/opportunities/{id}/lose', { ...versioned(deal), body })),
    reopen: (deal: Opportunity, body: Schema<'ReopenOpportunityDto'>) =>
      afterwards(client.POST('/api/v1/opportunities/{id}/reopen', { ...versioned(deal), body })),
  };
}

/** The first cards of a board's column; further ones are fetched by `opportunitySource` as somebody scrolls. */
export const useBoardColumn = (params: () => ListParams) =>
  useQuery({
    key: () => [KEY, 'board', JSON.stringify(params())],
    query: ({ signal }) => opportunitySource.page(params(), signal),
    placeholderData: (previous) => previous,
  });

export const useStageTotals = (params: () => ListParams, isKnown: () => boolean) =>
  useQuery({
    key: () => [KEY, 'stage-totals', JSON.stringify(params())],
    query: async ({ signal }) => {
      const query = params() as Record<string, never>;
      const totals = await bodyOf(
        client.GET('/api/v1/opportunities/stage-totals', { params: { query }, signal }),
      );
      return new Map(totals.map((total) => [total.stageId, total]));
    },
    enabled: isKnown,
    placeholderData: (previous) => previous,
  });

export const productSource: SelectSource = {
  key: 'products',
  find: async (q, signal) => {
    const query = { limit: 12, ...(q && { q }) };
    const { items } = await bodyOf(client.GET('/api/v1/products', { params: { query }, signal }));
    return items.map(({ id, name, code }) => ({ id, title: name, subtitle: code }));
  },
  read: async (id) => {
    const { name, code } = await bodyOf(client.GET('/api/v1/products/{id}', { params: { path: { id } } }));
    return { id, title: name, subtitle: code };
  },
};

export const customerPicker: SelectSource = {
  key: 'customers',
  find: async (q, signal) => {
    const query = { limit: 12, ...(q && { q }) };
    const { items } = await bodyOf(client.GET('/api/v1/customers', { params: { query }, signal }));
    return items.map(({ id, name, number }) => ({ id, title: name, subtitle: number }));
  },
  read: async (id) => {
    const { name, number } = await bodyOf(client.GET('/api/v1/customers/{id}', { params: { path: { id } } }));
    return { id, title: name, subtitle: number };
  },
};

/** Only the contacts of the customer that is chosen now. */
export const contactsOf = (customerId: () => string | null): SelectSource => ({
  key: 'contacts',
  isLimited: true,
  find: async (q, signal) => {
    const chosen = customerId();
    if (!chosen) return [];
    const query = { customerId: [chosen], limit: 20, ...(q && { q }) };
    const { items } = await bodyOf(client.GET('/api/v1/contacts', { params: { query }, signal }));
    return items.map(({ id, name, title }) => ({ id, title: name, subtitle: title }));
  },
  read: async (id) => {
    const { name, title } = await bodyOf(client.GET('/api/v1/contacts/{id}', { params: { path: { id } } }));
    return { id, title: name, subtitle: title };
  },
});

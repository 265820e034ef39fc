import type { Schema } from '@juke/api-client';
import { useMutation, useQuery } from '@pinia/colada';
import { bodyOf, client } from '../../shared/api/client';
import { useRefresh } from '../../shared/api/useRefresh';

export type Relation = Schema<'RelationDto'>;
export type RelationKind = Schema<'RelationKindDto'>;
export type RelationGraph = Schema<'RelationGraphDto'>;
export type NewRelation = Schema<'CreateRelationDto'>;

const KEY = 'customers';
const pathOf = (id: string) => ({ path: { id } });

export const useRelationKinds = () =>
  useQuery({
    key: ['customer-relation-kinds'],
    query: async ({ signal }) =>
      (await bodyOf(client.GET('/api/v1/customer-relation-kinds', { signal }))).items,
  });

export const useRelations = (id: () => string) =>
  useQuery({
    key: () => [KEY, 'relations', id()],
    query: ({ signal }) =>
      bodyOf(client.GET('/api/v1/customers/{id}/relations', { params: pathOf(id()), signal })),
  });

export const useRelationGraph = (id: () => string, depth: () => number) =>
  useQuery({
    key: () => [KEY, 'relation-graph', id(), depth()],
    query: ({ signal }) =>
      bodyOf(
        client.GET('/api/v1/customers/{id}/relations/graph', {
          params: { ...pathOf(id()), query: { depth: depth() } },
          signal,
        }),
      ),
    placeholderData: (previous) => previous,
  });

export const useGroupSales = (id: () => string) =>
  useQuery({
    key: () => [KEY, 'group-sales', id()],
    query: ({ signal }) =>
      bodyOf(client.GET('/api/v1/customers/{id}/group-sales', { params: pathOf(id()), signal })),
  });

export function useRelationChanges() {
  const refresh = useRefresh();
  const onSuccess = () => refresh(KEY);
  const { mutateAsync: create } = useMutation({
    mutation: (body: NewRelation) => bodyOf(client.POST('/api/v1/customer-relations', { body })),
    onSuccess,
  });
  const { mutateAsync: remove } = useMutation({
    mutation: ({ id, version }: Relation) =>
      client.DELETE('/api/v1/customer-relations/{id}', {
        params: { ...pathOf(id), header: { 'If-Match': `"${version}"` } },
      }),
    onSuccess,
  });
  return { create, remove };
}

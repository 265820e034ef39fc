import type { Schema } from '@juke/api-client';
import { useMutation, useQuery } from '@pinia/colada';
import { bodyOf, client } from '../../shared/api/client';
import { useRefresh } from '../../shared/api/useRefresh';

export type Position = Schema<'PositionDto'>;

const KEY = 'positions';

export async function readPositions(signal?: AbortSignal): Promise<Position[]> {
  const page = await bodyOf(client.GET('/api/v1/positions', { params: { query: { limit: 200 } }, signal }));
  return page.items;
}

export const usePositions = () => useQuery({ key: [KEY], query: ({ signal }) => readPositions(signal) });

const at = ({ id, version }: Position) => ({
  params: { path: { id }, header: { 'If-Match': `"${version}"` } },
});

export function usePositionActions() {
  const refresh = useRefresh();
  const onSuccess = () => refresh(KEY);
  const { mutateAsync: save } = useMutation({
    mutation: ({ record, name }: { record?: Position; name: string }) =>
      bodyOf(
        record
          ? client.PATCH('/api/v1/positions/{id}', { ...at(record), body: { name } })
          : client.POST('/api/v1/positions', { body: { name } }),
      ),
    onSuccess,
  });
  const { mutateAsync: retire } = useMutation({
    mutation: ({ record, isRetired }: { record: Position; isRetired: boolean }) =>
      bodyOf(client.PATCH('/api/v1/positions/{id}', { ...at(record), body: { isRetired } })),
    onSuccess,
  });
  const { mutateAsync: remove } = useMutation({
    mutation: ({ id }: Position) => client.DELETE('/api/v1/positions/{id}', { params: { path: { id } } }),
    onSuccess,
  });
  return { save, retire, remove };
}

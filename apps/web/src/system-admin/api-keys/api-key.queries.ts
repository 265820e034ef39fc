import type { Schema } from '@juke/api-client';
import { bodyOf, client } from '../../shared/api/client';
import { listSource } from '../../shared/api/list-source';
import { useRefresh } from '../../shared/api/useRefresh';

export type ApiKey = Schema<'ApiKeyDto'>;
export type CreatedApiKey = Schema<'CreatedApiKeyDto'>;
export type NewApiKey = Schema<'CreateApiKeyDto'>;

const KEY = 'api-keys';

export const apiKeySource = listSource(KEY, '/api/v1/api-keys');

/** Making and revoking keys; the list is read again afterwards. */
export function useApiKeyActions() {
  const refresh = useRefresh();
  return {
    create: async (body: NewApiKey): Promise<CreatedApiKey> => {
      const made = await bodyOf(client.POST('/api/v1/api-keys', { body }));
      await refresh(KEY);
      return made;
    },
    revoke: async ({ id }: ApiKey) => {
      await bodyOf(client.POST('/api/v1/api-keys/{id}/revoke', { params: { path: { id } } }));
      await refresh(KEY);
    },
  };
}

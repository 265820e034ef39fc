import type { Schema } from '@juke/api-client';
import { useQuery } from '@pinia/colada';
import { bodyOf, client } from '../../shared/api/client';
import { useRefresh } from '../../shared/api/useRefresh';
import type { CustomField } from '../../shared/custom-fields/custom-field.queries';

export type CustomResource = Schema<'CustomResourceDto'>;
export type NewCustomField = Schema<'CreateCustomFieldDto'>;

export const useCustomResources = () =>
  useQuery({
    key: ['custom-fields', 'resources'],
    query: ({ signal }) => bodyOf(client.GET('/api/v1/custom-fields/resources', { signal })),
  });

export function useCustomFieldActions() {
  const refresh = useRefresh();
  const at = (id: string) => ({ params: { path: { id } } });
  const afterwards = async <T>(call: Promise<T>): Promise<T> => {
    const answer = await call;
    await refresh('custom-fields');
    return answer;
  };
  return {
    create: (body: NewCustomField) => afterwards(bodyOf(client.POST('/api/v1/custom-fields', { body }))),
    change: ({ id, version }: CustomField, body: Schema<'ChangeCustomFieldDto'>) => {
      const params = { path: { id }, header: { 'If-Match': `"${version}"` } };
      return afterwards(bodyOf(client.PATCH('/api/v1/custom-fields/{id}', { params, body })));
    },
    retire: (id: string) => afterwards(bodyOf(client.POST('/api/v1/custom-fields/{id}/retire', at(id)))),
    restore: (id: string) => afterwards(bodyOf(client.POST('/api/v1/custom-fields/{id}/restore', at(id)))),
    order: (resource: string, fieldIds: string[]) =>
      afterwards(
        bodyOf(
          client.PUT('/api/v1/custom-fields/order/{resource}', {
            params: { path: { resource } },
            body: { fieldIds },
          }),
        ),
      ),
  };
}

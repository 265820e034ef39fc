import type { Schema } from '@juke/api-client';
import { useQuery } from '@pinia/colada';
import { bodyOf, client } from '../../shared/api/client';
import { useRefresh } from '../../shared/api/useRefresh';

export type NumberingRule = Schema<'NumberingRuleDto'>;
export type NumberingChange = Schema<'ChangeNumberingRuleDto'>;

export const useNumberingRules = () =>
  useQuery({
    key: ['numbering-rules'],
    query: ({ signal }) => bodyOf(client.GET('/api/v1/numbering-rules', { signal })),
  });

export function useSaveNumberingRule() {
  const refresh = useRefresh();
  return async ({ id, version }: NumberingRule, body: NumberingChange): Promise<void> => {
    const params = { path: { id }, header: { 'If-Match': `"${version}"` } };
    await client.PATCH('/api/v1/numbering-rules/{id}', { params, body });
    await refresh('numbering-rules');
  };
}

/** What the next number would be; rejects with what is wrong with the rule. */
export const previewNumber = async (id: string, body: NumberingChange): Promise<string> =>
  (await bodyOf(client.POST('/api/v1/numbering-rules/{id}/preview', { params: { path: { id } }, body })))
    .next;

import type { Schema } from '@juke/api-client';
import { useQuery } from '@pinia/colada';
import { bodyOf, client } from '../../shared/api/client';

export type SecurityPolicy = Schema<'SecurityPolicyDto'>;

export const useSecurityPolicy = () =>
  useQuery({
    key: ['security-policy'],
    query: ({ signal }) => bodyOf(client.GET('/api/v1/security-policy', { signal })),
  });

export const changeSecurityPolicy = (
  { version }: SecurityPolicy,
  body: Schema<'ChangeSecurityPolicyDto'>,
): Promise<SecurityPolicy> =>
  bodyOf(
    client.PATCH('/api/v1/security-policy', {
      params: { header: { 'If-Match': `"${version}"` } },
      body,
    }),
  );

import type { Schema } from '@juke/api-client';
import { useMutation } from '@pinia/colada';
import { bodyOf, client } from '../../shared/api/client';
import { listSource } from '../../shared/api/list-source';
import { useRefresh } from '../../shared/api/useRefresh';

export type Delegation = Schema<'DelegationDto'>;
type NewDelegation = Schema<'CreateDelegationDto'>;

const KEY = 'delegations';
const family = KEY;

export const ownDelegationSource = listSource(KEY, '/api/v1/delegations', { family });
export const receivedDelegationSource = listSource('delegations-received', '/api/v1/delegations/received', {
  family,
});
export const allDelegationSource = listSource('delegations-all', '/api/v1/delegations/all', { family });

export function useDelegationActions() {
  const refresh = useRefresh();
  const onSuccess = () => refresh(KEY);
  const { mutateAsync: create } = useMutation({
    mutation: (body: NewDelegation) => bodyOf(client.POST('/api/v1/delegations', { body })),
    onSuccess,
  });
  const { mutateAsync: end } = useMutation({
    mutation: (id: string) => client.POST('/api/v1/delegations/{id}/end', { params: { path: { id } } }),
    onSuccess,
  });
  return { create, end };
}

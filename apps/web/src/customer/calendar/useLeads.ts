import { useSession } from '../../shared/session/session.store';

/** Whether the user sees and makes plans of others, too. */
export function useLeads(): boolean {
  const granted = useSession().user?.permissions.find(({ code }) => code === 'activity:write');
  return granted !== undefined && granted.scope !== 'own';
}

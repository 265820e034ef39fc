import { ref, shallowRef } from 'vue';
import type { CreatedUser, Invitation } from './user.queries';

/** What is told once after an account was opened: a one-time password, or invitations. */
export function useAccess() {
  const secret = ref<{ username: string; password: string }>();
  const invitations = shallowRef<readonly Invitation[]>();

  function tellPassword(username: string, password: string): void {
    secret.value = { username, password };
  }
  function tellCreated({ username, temporaryPassword, invitation }: CreatedUser): void {
    if (temporaryPassword) tellPassword(username, temporaryPassword);
    if (invitation) invitations.value = [invitation];
  }
  return { secret, invitations, tellPassword, tellCreated };
}

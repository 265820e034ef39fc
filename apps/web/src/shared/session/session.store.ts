import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import {
  beginView,
  dropAccess,
  endView,
  grantAccess,
  mayHaveSession,
  onAccessRenewed,
  onSessionEnded,
  renewAccess,
} from '../api/access';
import type { Me } from '../api/contract';
import { setLocale } from '../i18n/i18n';
import {
  changeOwnPassword,
  endSeeingAs,
  seeAsUser,
  type Credentials,
  readMe,
  rememberLocale,
  signInWith,
  signOutHere,
} from './session.queries';

/** Who is signed in and what they may do. The token itself never leaves `api/access.ts`. */
export const useSession = defineStore('session', () => {
  const user = shallowRef<Me | null>(null);
  const isRestored = ref(false);
  const permissions = computed(() => new Set(user.value?.permissions.map((permission) => permission.code)));

  const isSignedIn = computed(() => user.value !== null);
  const mustChangePassword = computed(() => user.value?.mustChangePassword ?? false);
  const mustEnrolSecondFactor = computed(() => user.value?.mustEnrolSecondFactor ?? false);

  /** True when the permission is granted at any scope, or none is asked for. */
  const can = (permission?: string): boolean => !permission || permissions.value.has(permission);

  onAccessRenewed((signedIn) => {
    user.value = signedIn.user;
  });
  onSessionEnded(() => {
    user.value = null;
  });

  /** Picks the session up from the refresh cookie after a reload. */
  async function restore(): Promise<void> {
    if (isRestored.value) return;
    if (mayHaveSession() && !(await renewAccess())) dropAccess();
    isRestored.value = true;
    if (user.value) await setLocale(user.value.locale);
  }

  /** Picks up the session that coming back from the identity provider left in the cookie. */
  async function pickUp(): Promise<void> {
    await renewAccess();
    if (user.value) await setLocale(user.value.locale);
  }

  /** Reads again what the server knows of this user, after a change to her own account. */
  async function reload(): Promise<void> {
    user.value = await readMe();
  }

  async function signIn(credentials: Credentials): Promise<void> {
    const signedIn = await signInWith(credentials);
    grantAccess(signedIn);
    user.value = signedIn.user;
    isRestored.value = true;
    await setLocale(signedIn.user.locale);
  }

  /** @returns where to go on: the sign-in page, or the identity provider's page for signing out */
  async function signOut(): Promise<string> {
    const continueAt = await signOutHere();
    dropAccess();
    user.value = null;
    return continueAt ?? '/sign-in';
  }

  /** From here on every read is the other user's, and every change is refused. */
  async function seeAs(id: string, reason: string): Promise<void> {
    const seeing = await seeAsUser(id, reason);
    beginView(seeing.accessToken);
    user.value = seeing.user;
  }

  /** The page begins anew: nothing that the other user sees stays in memory. */
  async function stopSeeing(): Promise<void> {
    const seen = user.value?.id;
    endView();
    try {
      await endSeeingAs();
    } finally {
      location.assign(seen ? `/users/${seen}` : '/');
    }
  }

  async function changePassword(currentPassword: string, newPassword: string): Promise<void> {
    await changeOwnPassword(currentPassword, newPassword);
    if (user.value) user.value = { ...user.value, mustChangePassword: false };
  }

  async function chooseLocale(locale: Me['locale']): Promise<void> {
    await setLocale(locale);
    if (user.value) user.value = await rememberLocale(locale);
  }

  return {
    user,
    isRestored,
    isSignedIn,
    mustChangePassword,
    mustEnrolSecondFactor,
    can,
    restore,
    pickUp,
    reload,
    signIn,
    signOut,
    seeAs,
    stopSeeing,
    changePassword,
    chooseLocale,
  };
});

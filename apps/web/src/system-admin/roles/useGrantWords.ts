import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Scope } from './grant-matrix';
import { type Permission, usePermissions } from './role.queries';

/** Permissions by kind of record, and everything about them in the language in use. */
export function useGrantWords() {
  const { t, te } = useI18n();
  const { data } = usePermissions();
  const permissions = computed<readonly Permission[]>(() => data.value ?? []);
  const byCode = computed(() => new Map(permissions.value.map((each) => [each.code, each])));
  const groups = computed(() => {
    const resources = [...new Set(permissions.value.map(({ resource }) => resource))];
    return resources.map(
      (resource) => [resource, permissions.value.filter((each) => each.resource === resource)] as const,
    );
  });

  /** A permission that is newer than this screen is said in the server's words. */
  function sayPermission(code: string): string {
    const key = `systemAdmin.permissions.${code.replace(':', '-')}`;
    return te(key) ? t(key) : (byCode.value.get(code)?.describe ?? code);
  }
  function sayResource(resource: string): string {
    const key = `systemAdmin.resources.${resource}`;
    return te(key) ? t(key) : resource;
  }
  const isScoped = (code: string): boolean => byCode.value.get(code)?.scoped ?? false;
  const sayScope = (code: string, scope: Scope | undefined): string =>
    scope && isScoped(code) ? t(`systemAdmin.scopes.${scope}`) : '';

  return { permissions, groups, sayPermission, sayResource, sayScope, isScoped };
}

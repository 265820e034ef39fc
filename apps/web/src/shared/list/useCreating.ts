import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { useSession } from '../session/session.store';
import type { CreateDeclaration } from './list-declaration';

/**
 * The form for a new record on its list: in the URL, so that the command palette and other pages can start it. What was
 * saved opens its own page, where one is declared, once the form has closed.
 */
export function useCreating(create: Pick<CreateDeclaration, 'permission' | 'opens'> | undefined) {
  const route = useRoute();
  const router = useRouter();
  const session = useSession();
  let savedId = '';
  const mayCreate = computed(() => create !== undefined && session.can(create.permission));
  const isCreating = computed(() => mayCreate.value && route.query.create === '1');
  const change = (on: string | undefined) => void router.replace({ query: { ...route.query, create: on } });

  function close(): void {
    if (savedId && create?.opens) void router.push({ name: create.opens, params: { id: savedId } });
    else change(undefined);
  }
  return {
    mayCreate,
    isCreating,
    begin: () => change('1'),
    saved: ({ id }: { readonly id: string }) => void (savedId = id),
    close,
  };
}

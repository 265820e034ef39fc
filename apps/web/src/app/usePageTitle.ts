import { useTitle } from '@vueuse/core';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRoute } from 'vue-router';

/** The browser tab says page and product, in the language in use. */
export function usePageTitle(): void {
  const route = useRoute();
  const { t } = useI18n();
  useTitle(
    computed(() => {
      const product = t('app.product');
      return route.meta.title ? `${t(route.meta.title)} · ${product}` : product;
    }),
  );
}

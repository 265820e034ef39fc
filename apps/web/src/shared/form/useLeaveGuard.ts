import { useEventListener } from '@vueuse/core';
import { useI18n } from 'vue-i18n';
import { onBeforeRouteLeave } from 'vue-router';
import { useConfirm } from '../feedback/useConfirm';

/** Asks before unsaved input is left behind: on navigation, on closing the panel, on closing the tab. */
export function useLeaveGuard(isDirty: () => boolean) {
  const { t } = useI18n();
  const ask = useConfirm();

  async function mayLeave(): Promise<boolean> {
    if (!isDirty()) return true;
    return ask({
      title: t('shared.form.leaveTitle'),
      text: t('shared.form.leaveText'),
      confirm: t('shared.form.leave'),
      cancel: t('shared.form.stay'),
      isWarning: true,
    });
  }

  onBeforeRouteLeave(mayLeave);
  useEventListener(window, 'beforeunload', (event) => {
    if (isDirty()) event.preventDefault();
  });
  return { mayLeave };
}

import { useEventListener } from '@vueuse/core';
import { ElMessageBox } from 'element-plus';
import 'element-plus/theme-chalk/el-message-box.css';
import 'element-plus/theme-chalk/el-overlay.css';
import { useI18n } from 'vue-i18n';
import { onBeforeRouteLeave } from 'vue-router';

/** Asks before unsaved input is left behind: on navigation, on closing the panel, on closing the tab. */
export function useLeaveGuard(isDirty: () => boolean) {
  const { t } = useI18n();

  async function mayLeave(): Promise<boolean> {
    if (!isDirty()) return true;
    try {
      await ElMessageBox.confirm(t('shared.form.leaveText'), t('shared.form.leaveTitle'), {
        confirmButtonText: t('shared.form.leave'),
        cancelButtonText: t('shared.form.stay'),
        type: 'warning',
      });
      return true;
    } catch {
      return false;
    }
  }

  onBeforeRouteLeave(mayLeave);
  useEventListener(window, 'beforeunload', (event) => {
    if (isDirty()) event.preventDefault();
  });
  return { mayLeave };
}

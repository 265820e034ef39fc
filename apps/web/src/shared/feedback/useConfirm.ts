import { ElMessageBox } from 'element-plus';
import 'element-plus/theme-chalk/el-message-box.css';
import 'element-plus/theme-chalk/el-overlay.css';
import { useI18n } from 'vue-i18n';

export interface Question {
  readonly title: string;
  readonly text: string;
  /** The verb on the button. */
  readonly confirm: string;
  readonly isDangerous?: boolean;
}

/** Asks before something that is not easily taken back. */
export function useConfirm() {
  const { t } = useI18n();
  return async ({ title, text, confirm, isDangerous }: Question): Promise<boolean> => {
    try {
      await ElMessageBox.confirm(text, title, {
        confirmButtonText: confirm,
        cancelButtonText: t('shared.cancel'),
        confirmButtonType: isDangerous ? 'danger' : 'primary',
        type: isDangerous ? 'warning' : '',
      });
      return true;
    } catch {
      return false;
    }
  };
}

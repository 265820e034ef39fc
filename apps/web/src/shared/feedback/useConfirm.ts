import { useI18n } from 'vue-i18n';

export interface Question {
  readonly title: string;
  readonly text: string;
  /** The verb on the button. */
  readonly confirm: string;
  /** What the other button says; "cancel" without it. */
  readonly cancel?: string;
  readonly isDangerous?: boolean;
  /** Marks what is at stake, without the red button. */
  readonly isWarning?: boolean;
}

/** Asks before something that is not easily taken back. */
export function useConfirm() {
  const { t } = useI18n();
  return async ({ title, text, confirm, cancel, isDangerous, isWarning }: Question): Promise<boolean> => {
    const box = await import('./message-box');
    try {
      await box.confirm(text, title, {
        confirmButtonText: confirm,
        cancelButtonText: cancel ?? t('shared.cancel'),
        confirmButtonType: isDangerous ? 'danger' : 'primary',
        type: isDangerous || isWarning ? 'warning' : '',
      });
      return true;
    } catch {
      return false;
    }
  };
}

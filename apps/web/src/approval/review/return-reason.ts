import { i18n } from '../../shared/i18n/i18n';

/** Why something was returned: what somebody wrote, or what the system did, in the reader's language. */
export const sayReturnReason = (reason: string | null | undefined): string => {
  const { t, te } = i18n.global;
  const key = `approval.systemReasons.${reason ?? ''}`;
  return reason && te(key) ? t(key) : (reason ?? '');
};

import { i18n } from '../../shared/i18n/i18n';
import { sayResource } from '../audit/audit-words';

/** `customer.created` as people say it; the word itself where there is no better one. */
export function sayEvent(type: string): string {
  const { t, te } = i18n.global;
  if (type === '*') return t('systemAdmin.webhooks.allEvents');
  if (type === 'webhook.test') return t('systemAdmin.webhooks.testEvent');
  const [resource = '', verb = ''] = type.split('.');
  const key = verb === '*' ? 'systemAdmin.webhooks.verbs.any' : `systemAdmin.webhooks.verbs.${verb}`;
  return te(key) ? t(key, { resource: sayResource(resource) }) : type;
}

/** What went wrong with an attempt: a word of ours has a sentence, what the network said is shown as it is. */
export function sayAttempt({ status, problem }: { status: number | null; problem: string | null }): string {
  const { t, te } = i18n.global;
  if (status !== null) return `HTTP ${status}`;
  const key = `systemAdmin.webhooks.problems.${problem}`;
  return te(key) ? t(key) : (problem ?? '');
}

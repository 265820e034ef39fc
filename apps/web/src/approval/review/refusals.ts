import { ApiProblem } from '../../shared/api/problem';
import { i18n } from '../../shared/i18n/i18n';

/** Codes that mean: what is on the screen is not how it stands any more. */
const OVERTAKEN = new Set([
  'over',
  'version-outdated',
  'not-waiting-for-you',
  'document-changed',
  'document-gone',
]);

/** `approval.over` → `over`; nothing for refusals of other modules. */
const wordOf = ({ code }: ApiProblem): string =>
  code.startsWith('approval.') ? code.slice(code.indexOf('.') + 1) : '';

export const isOvertaken = (failure: unknown): failure is ApiProblem =>
  failure instanceof ApiProblem && OVERTAKEN.has(wordOf(failure));

/** A refusal made precise: what became of it, or why not now, and who decided meanwhile. */
export function preciseRefusal(failure: unknown): unknown {
  if (!(failure instanceof ApiProblem)) return failure;
  const { status, code, detail, params, errors } = failure;
  const word = wordOf(failure);
  const which = word === 'over' ? params.state : word === 'not-waiting-for-you' && params.reason;
  if (typeof which !== 'string') return failure;
  const { t } = i18n.global;
  const by = params.decidedBy ? t('approval.decidedBy', { name: params.decidedBy }) : '';
  return new ApiProblem(status, `${code}-${which}`, detail, { ...params, by }, errors);
}

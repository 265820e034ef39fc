import { ApiProblem, type FieldProblem } from '../api/problem';
import { i18n } from './i18n';
import { problemText } from './problem-text';

/** For small forms that show one sentence: the first field's rule in the user's words, else the problem's own. */
export function refusalText(failure: unknown): string {
  const field = failure instanceof ApiProblem ? failure.errors[0] : undefined;
  return field ? ruleText(field) : problemText(failure);
}

/** A broken rule in the user's words, where we have some. */
export function ruleText(field: FieldProblem): string {
  const key = `shared.rules.${field.rule ?? ''}`;
  return i18n.global.te(key) ? i18n.global.t(key, field.params ?? {}) : field.detail;
}

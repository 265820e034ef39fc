import { ApiProblem } from '../api/problem';
import { i18n } from './i18n';

/** `customer.duplicate-number` is said by `customer.errors.duplicate-number`, else by `shared.errors.customer.…`. */
function keysFor(code: string): string[] {
  const [module = '', ...rest] = code.split('.');
  return [`${module}.errors.${rest.join('.')}`, `shared.errors.${code}`];
}

/** A failure in the user's words: the code's sentence, else what the server said, else a general one by status. */
export function problemText(problem: unknown): string {
  const { t, te } = i18n.global;
  if (!(problem instanceof ApiProblem)) return t('shared.errors.unexpected');
  const key = keysFor(problem.code).find((candidate) => te(candidate));
  if (key) return t(key, problem.params);
  if (problem.detail) return problem.detail;
  const byStatus = `shared.errors.http-${problem.status}`;
  return te(byStatus) ? t(byStatus) : t('shared.errors.unexpected');
}

import { ApiProblem } from '../api/problem';
import { problemText } from '../i18n/problem-text';
import type { Job } from './job.queries';

/** Why a job failed, in the user's words; empty when it did not. */
export function jobFailureText({ error }: Job): string {
  if (!error) return '';
  const {
    code = 'unexpected',
    detail = '',
    params = {},
  } = error as {
    code?: string;
    detail?: string;
    params?: Record<string, unknown>;
  };
  return problemText(new ApiProblem(500, code, detail, params));
}

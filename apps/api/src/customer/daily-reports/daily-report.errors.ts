import { whenViolated } from '../../platform/database/constraint-violations.js';
import { InvalidInputError } from '../../platform/errors/common.errors.js';
import { DomainError } from '../../platform/errors/domain-error.js';

whenViolated('uq_daily_reports_day', () => new DailyReportThereError());
whenViolated('ck_daily_reports_read', () => new DailyReportReadError());
whenViolated('ck_daily_reports_day', () => inFuture());

/** One a day: the one that is there is changed or added to. */
export class DailyReportThereError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'daily-report.already-there',
    title: 'Already handed in',
  };
  constructor() {
    super('The report of this day is handed in already. Change it, or add to it.');
  }
}

export class DailyReportReadError extends DomainError {
  static override readonly problem = { status: 409, code: 'daily-report.read', title: 'Already read' };
  constructor() {
    super('Somebody has read this report. It stays as it is; add to it instead.');
  }
}

export const inFuture = (): InvalidInputError =>
  new InvalidInputError([{ pointer: '/day', rule: 'inFuture', detail: 'This day is still to come.' }]);

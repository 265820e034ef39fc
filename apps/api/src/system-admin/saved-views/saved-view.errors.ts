import { whenViolated } from '../../platform/database/constraint-violations.js';
import { DuplicateRecordError, InvalidInputError } from '../../platform/errors/common.errors.js';
import { DomainError } from '../../platform/errors/domain-error.js';

export const MOST_VIEWS = 100;

export class TooManyViewsError extends DomainError {
  static override readonly problem = { status: 409, code: 'saved-view.too-many', title: 'Too many views' };
  constructor() {
    super(`There are ${MOST_VIEWS} views of this list already. Delete one that is not needed.`, {
      most: MOST_VIEWS,
    });
  }
}

whenViolated('ck_saved_views_most', () => new TooManyViewsError());
/** The index is over the lower-cased name, which PostgreSQL tells with owner and list: the name itself is the last word. */
whenViolated(
  'uq_saved_views_name',
  ({ value }) => new DuplicateRecordError('saved-view', 'name', value.split(', ').slice(2).join(', ')),
);
whenViolated(
  'ck_saved_views_query',
  () =>
    new InvalidInputError([{ pointer: '/query', rule: 'maxLength', detail: 'These are too many filters.' }]),
);

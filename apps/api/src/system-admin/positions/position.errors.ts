import { whenViolated } from '../../platform/database/constraint-violations.js';
import { DuplicateRecordError, InvalidInputError } from '../../platform/errors/common.errors.js';

whenViolated('uq_positions_name', ({ value }) => new DuplicateRecordError('position', 'name', value));
whenViolated(
  'fk_users_position',
  () =>
    new InvalidInputError([
      { pointer: '/positionId', rule: 'reference', detail: 'There is no such position.' },
    ]),
);

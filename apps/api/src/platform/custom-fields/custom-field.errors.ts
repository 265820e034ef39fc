import { whenViolated } from '../database/constraint-violations.js';
import { DuplicateRecordError, InvalidInputError } from '../errors/common.errors.js';
import { DomainError } from '../errors/domain-error.js';

whenViolated(
  'uq_custom_fields_code',
  ({ value }) => new DuplicateRecordError('field', 'code', value.split(', ').at(-1) ?? value),
);
whenViolated(
  'fk_custom_fields_dictionary',
  () =>
    new InvalidInputError([
      { pointer: '/dictionary', rule: 'reference', detail: 'There is no such dictionary.' },
    ]),
);

export class NotConvertibleError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'custom-field.not-convertible',
    title: 'Values cannot be converted',
  };
  constructor(records: number, convertible: number, examples: readonly string[]) {
    const what = examples.join(', ');
    super(
      `${records - convertible} of ${records} records have a value that the new kind cannot take, such as ${what}. Clear or change them first.`,
      { records, convertible, refused: records - convertible, examples, what },
    );
  }
}

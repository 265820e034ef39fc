import { whenViolated } from '../database/constraint-violations.js';
import { DuplicateRecordError, InvalidInputError } from '../errors/common.errors.js';
import { DomainError } from '../errors/domain-error.js';

whenViolated('uq_dictionaries_code', ({ value }) => new DuplicateRecordError('dictionary', 'code', value));
whenViolated(
  'uq_dictionary_values_code',
  ({ value }) => new DuplicateRecordError('value', 'code', lastOf(value)),
);
whenViolated(
  'uq_dictionary_values_label_zh',
  ({ value }) => new DuplicateRecordError('value', 'labelZh', lastOf(value)),
);

/** Of a key of several columns the last one is what the person typed. */
const lastOf = (value: string): string => value.split(', ').at(-1) ?? value;

/** Says for a column with values of a dictionary what its two constraints mean. */
export function whenNotInDictionary(table: string, column: string, pointer: string): void {
  whenViolated(
    `fk_${table}_${column}`,
    () =>
      new InvalidInputError([
        { pointer, rule: 'choice', detail: 'This is not one of the values to choose from.' },
      ]),
  );
  whenViolated(
    `ck_${table}_${column}_in_use`,
    () =>
      new InvalidInputError([
        {
          pointer,
          rule: 'retired',
          detail: 'This value is retired: records that have it keep it, but it cannot be chosen any more.',
        },
      ]),
  );
}

export class ClosedDictionaryError extends DomainError {
  static override readonly problem = { status: 409, code: 'dictionary.closed', title: 'Closed dictionary' };
  constructor(code: string) {
    super(
      'The program itself uses the values of this dictionary: they can be renamed and coloured, not added or retired.',
      {
        code,
      },
    );
  }
}

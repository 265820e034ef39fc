import { IntegerField, JsonField, NestedField, TextField } from './fields.js';

class FieldProblemDto {
  @TextField({
    describe: 'JSON pointer into the body, or the name of a query parameter.',
    example: '/lines/0/quantity',
  })
  readonly pointer!: string;
  @TextField({ describe: 'What is wrong, in English.', max: 500 }) readonly detail!: string;
  @TextField({ describe: 'Stable word for the broken rule.', optional: true, example: 'isCalendarDate' })
  readonly rule?: string;
  @JsonField({ describe: 'Values for a sentence in another language.', optional: true })
  readonly params?: Record<string, unknown>;
}

/** RFC 9457 problem. */
export class ProblemDto {
  @TextField({ describe: 'URN of the kind of problem.', example: 'urn:juke:problem:record.stale' })
  readonly type!: string;
  @TextField({ describe: 'Short title, the same for every occurrence.' }) readonly title!: string;
  @IntegerField({ describe: 'HTTP status.', example: 412 }) readonly status!: number;
  @TextField({ describe: 'What happened, and what to do.', max: 2000 }) readonly detail!: string;
  @TextField({ describe: 'Path of the request.' }) readonly instance!: string;
  @TextField({ describe: 'Stable machine-readable code.', example: 'record.stale' }) readonly code!: string;
  @JsonField({ describe: 'Values of this occurrence.', optional: true }) readonly params?: Record<
    string,
    unknown
  >;
  @NestedField(() => FieldProblemDto, { describe: 'Faults by field, with 422.', many: true, optional: true })
  readonly errors?: FieldProblemDto[];
}

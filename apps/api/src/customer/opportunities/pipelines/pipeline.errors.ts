import { whenViolated } from '../../../platform/database/constraint-violations.js';
import { DuplicateRecordError, InvalidInputError } from '../../../platform/errors/common.errors.js';
import { DomainError } from '../../../platform/errors/domain-error.js';

/** A stage with deals in it cannot go: they would be nowhere. */
export class StageInUseError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'opportunities.stage-in-use',
    title: 'Stage in use',
  };
  constructor(count: number) {
    super(`${count} deals are in this stage. Say to which stage they shall go.`, { count });
  }
}

/** Won, lost and the last open stage belong to every pipeline; the usual pipeline stays. */
export class NeededByPipelineError extends DomainError {
  static override readonly problem = { status: 409, code: 'opportunities.stage-needed', title: 'Needed' };
  constructor() {
    super('A pipeline needs an open stage, a won and a lost one, and there is always a usual pipeline.');
  }
}

const lastOf = (value: string): string => value.split(', ').at(-1) ?? value;
whenViolated('uq_pipelines_name_zh', ({ value }) => new DuplicateRecordError('pipeline', 'nameZh', value));
whenViolated(
  'uq_pipeline_stages_name_zh',
  ({ value }) => new DuplicateRecordError('stage', 'nameZh', lastOf(value)),
);
whenViolated(
  'ck_pipeline_stages_probability',
  () =>
    new InvalidInputError([
      { pointer: '/probability', rule: 'probability', detail: 'Between 0 and 1; won is 1 and lost is 0.' },
    ]),
);
whenViolated(
  'ck_pipeline_stages_stagnation',
  () =>
    new InvalidInputError([
      {
        pointer: '/stagnationDays',
        rule: 'stagnation',
        detail: 'Only open stages have a norm, 1 to 3650 days.',
      },
    ]),
);

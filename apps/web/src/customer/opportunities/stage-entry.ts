import type { ApiProblem, FieldProblem } from '../../shared/api/problem';
import type { Opportunity } from './opportunity.queries';
import type { Pipeline, Stage, StageRequirement } from './pipeline.queries';

const has = (deal: Opportunity, field: StageRequirement): boolean => {
  if (field === 'lines') return deal.productNames.length > 0;
  if (field === 'competitors') return deal.competitors.length > 0;
  return Boolean(deal[field]);
};

/** What a deal lacks for a stage that lies ahead; back it goes with what it has. The server has the last word. */
export function missingFor(deal: Opportunity, stage: Stage, pipeline: Pipeline): StageRequirement[] {
  const at = (id: string) => pipeline.stages.findIndex((each) => each.id === id);
  const isBack = stage.kind === 'open' && at(stage.id) < at(deal.stageId);
  return isBack ? [] : stage.requiredFields.filter((field) => !has(deal, field));
}

/** Why the server refused a stage, each reason once, as keys of our words. */
export const stageReasons = ({ errors }: ApiProblem): readonly FieldProblem[] =>
  errors.filter(({ rule }) => rule !== undefined);

export const pipelineOf = (pipelines: readonly Pipeline[] | undefined, id: string): Pipeline | undefined =>
  pipelines?.find((pipeline) => pipeline.id === id);

export const endOf = (pipeline: Pipeline, kind: 'won' | 'lost'): Stage =>
  pipeline.stages.find((stage) => stage.kind === kind)!;

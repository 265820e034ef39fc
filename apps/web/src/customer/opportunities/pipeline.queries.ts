import type { Schema } from '@juke/api-client';
import { defineQueryOptions, useQuery } from '@pinia/colada';
import { computed } from 'vue';
import { bodyOf, client } from '../../shared/api/client';
import { useRefresh } from '../../shared/api/useRefresh';
import { toneOf } from '../../shared/custom-fields/custom-field.queries';
import { currentLocale } from '../../shared/i18n/i18n';
import type { Option, Tone } from '../../shared/list/list-declaration';
import type { SelectSource } from '../../shared/select/select-source';

export type Pipeline = Schema<'PipelineDto'>;
export type Stage = Schema<'PipelineStageDto'>;
export type StageRequirement = Stage['requiredFields'][number];

const at = (id: string) => ({ params: { path: { id } } });
const versioned = ({ id, version }: { id: string; version: number }) => ({
  params: { path: { id }, header: { 'If-Match': `"${version}"` } },
});

const readPipelines = (signal?: AbortSignal) => bodyOf(client.GET('/api/v1/pipelines', { signal }));

export const allPipelines = defineQueryOptions({
  key: ['pipelines'],
  query: ({ signal }) => readPipelines(signal),
});
export const usePipelines = () => useQuery(allPipelines);

/** A pipeline's or stage's name in the language in use. */
export const labelOf = ({ nameZh, nameEn }: { nameZh: string; nameEn: string }): string =>
  currentLocale() === 'en' ? nameEn : nameZh;
export const toneOfStage = (colour: string | null): Tone => toneOf(colour) ?? 'info';

/** The name of a deal's stage in the language in use. */
export const stageNameOf = (deal: { stageNameZh: string; stageNameEn: string }): string =>
  currentLocale() === 'en' ? deal.stageNameEn : deal.stageNameZh;

/** Stages to choose from; the pipeline stands before them where there are several. */
export function useStageOptions(kinds: readonly Stage['kind'][] = ['open', 'won', 'lost']) {
  const { data } = usePipelines();
  return computed<Option[] | undefined>(() =>
    data.value?.flatMap((pipeline) =>
      pipeline.stages
        .filter(({ kind }) => kinds.includes(kind))
        .map((stage) => ({
          value: stage.id,
          text: data.value!.length > 1 ? `${labelOf(pipeline)} / ${labelOf(stage)}` : labelOf(stage),
          tone: toneOfStage(stage.colour),
          isRetired: stage.retiredAt !== null || pipeline.retiredAt !== null,
        })),
    ),
  );
}

/** For histories: the name behind a stage's id. */
export const stageSource: SelectSource = {
  key: 'pipeline-stages',
  find: async (q, signal) => (await allStages(signal)).filter(({ title }) => title.includes(q)),
  read: async (id) => (await allStages()).find((stage) => stage.id === id) ?? { id, title: id },
};
const allStages = async (signal?: AbortSignal) =>
  (await readPipelines(signal)).flatMap(({ stages }) =>
    stages.map((stage) => ({ id: stage.id, title: labelOf(stage) })),
  );

export function usePipelineActions() {
  const refresh = useRefresh();
  const afterwards = async (call: Promise<{ data?: Pipeline }>): Promise<Pipeline> => {
    const answer = await bodyOf(call);
    await refresh('pipelines', 'opportunities');
    return answer;
  };
  return {
    create: (body: Schema<'CreatePipelineDto'>) => afterwards(client.POST('/api/v1/pipelines', { body })),
    change: (pipeline: Pipeline, body: Schema<'ChangePipelineDto'>) =>
      afterwards(client.PATCH('/api/v1/pipelines/{id}', { ...versioned(pipeline), body })),
    retire: (id: string) => afterwards(client.POST('/api/v1/pipelines/{id}/retire', at(id))),
    restore: (id: string) => afterwards(client.POST('/api/v1/pipelines/{id}/restore', at(id))),
    order: (id: string, stageIds: string[]) =>
      afterwards(client.PUT('/api/v1/pipelines/{id}/order', { ...at(id), body: { stageIds } })),
    addStage: (id: string, body: Schema<'CreateStageDto'>) =>
      afterwards(client.POST('/api/v1/pipelines/{id}/stages', { ...at(id), body })),
    changeStage: (stage: Stage, body: Schema<'ChangeStageDto'>) =>
      afterwards(client.PATCH('/api/v1/pipeline-stages/{id}', { ...versioned(stage), body })),
    retireStage: (id: string, moveTo?: string) =>
      afterwards(client.POST('/api/v1/pipeline-stages/{id}/retire', { ...at(id), body: { moveTo } })),
    restoreStage: (id: string) => afterwards(client.POST('/api/v1/pipeline-stages/{id}/restore', at(id))),
    removeStage: (id: string) => afterwards(client.DELETE('/api/v1/pipeline-stages/{id}', at(id))),
  };
}

import { computed } from 'vue';
import { customColumns, customFilters } from '../../shared/custom-fields/custom-declarations';
import { useCustomFields, useDictionaryOptions } from '../../shared/custom-fields/custom-field.queries';
import type { ListDeclaration, Option } from '../../shared/list/list-declaration';
import { opportunityList } from './opportunity.list';
import type { Opportunity } from './opportunity.queries';
import { useStageOptions } from './pipeline.queries';

/** To choose from in a filter, retired words too: old deals have them. */
const all = (options: readonly Option[]): Option[] =>
  options.map(({ value, text, tone }) => ({ value, text, tone }));

/** The list of deals with the company's own stages, words and fields; undefined until they are read. */
export function useOpportunityList() {
  const fields = useCustomFields('opportunity');
  const stages = useStageOptions();
  const sources = useDictionaryOptions('opportunity-source');
  const reasons = useDictionaryOptions('loss-reason');
  const competitors = useDictionaryOptions('competitor');
  return computed<ListDeclaration<Opportunity> | undefined>(() => {
    if (!fields.value || !stages.value || !sources.value || !reasons.value || !competitors.value)
      return undefined;
    const declared = opportunityList({
      stages: all(stages.value),
      sources: all(sources.value),
      reasons: all(reasons.value),
      competitors: all(competitors.value),
    });
    return {
      ...declared,
      columns: [...declared.columns, ...customColumns<Opportunity>(fields.value)],
      filters: [...(declared.filters ?? []), ...customFilters(fields.value)],
    };
  });
}

import { computed } from 'vue';
import { customColumns, customFilters, nestCustom } from '../../shared/custom-fields/custom-declarations';
import { useCustomFields, useDictionaryOptions } from '../../shared/custom-fields/custom-field.queries';
import type { ListDeclaration, Option } from '../../shared/list/list-declaration';
import { opportunityList } from './opportunity.list';
import { type Opportunity, type OpportunityChanges, useSaveOpportunity } from './opportunity.queries';
import { useStageOptions } from './pipeline.queries';
import { useOpportunityFields } from './useOpportunityFields';

/** To choose from in a filter, retired words too: old deals have them. */
const all = (options: readonly Option[]): Option[] =>
  options.map(({ value, text, tone }) => ({ value, text, tone }));

/** What many deals may have in common. */
const MANY = new Set(['ownerId', 'territoryId', 'source', 'expectedCloseOn', 'nextStep', 'nextStepOn']);

/** The list of deals with the company's own stages, words and fields; undefined until they are read. */
export function useOpportunityList() {
  const fields = useCustomFields('opportunity');
  const stages = useStageOptions();
  const { fields: inputs } = useOpportunityFields(false);
  const { mutateAsync: save } = useSaveOpportunity();
  const sources = useDictionaryOptions('opportunity-source');
  const reasons = useDictionaryOptions('loss-reason');
  const competitors = useDictionaryOptions('competitor');
  return computed<ListDeclaration<Opportunity> | undefined>(() => {
    if (
      !fields.value ||
      !inputs.value ||
      !stages.value ||
      !sources.value ||
      !reasons.value ||
      !competitors.value
    )
      return undefined;
    const declared = opportunityList({
      stages: all(stages.value),
      sources: all(sources.value),
      reasons: all(reasons.value),
      competitors: all(competitors.value),
    });
    return {
      ...declared,
      edit: {
        // Of the contact is asked where the customer is known, of the products where there is room.
        fields: inputs.value.filter(({ kind, key }) => kind !== 'own' && key !== 'primaryContactId'),
        save: (record, values) => save({ record, values: nestCustom(values) as OpportunityChanges }),
      },
      bulk: {
        change: 'opportunity:change',
        remove: 'opportunity:delete',
        owner: 'ownerId',
        fields: inputs.value.filter(({ key }) => MANY.has(key) || key.startsWith('custom.')),
      },
      columns: [...declared.columns, ...customColumns<Opportunity>(fields.value)],
      filters: [...(declared.filters ?? []), ...customFilters(fields.value)],
    };
  });
}

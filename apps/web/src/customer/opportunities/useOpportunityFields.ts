import { computed, ref } from 'vue';
import { customInputs } from '../../shared/custom-fields/custom-declarations';
import { useCustomFields, useDictionaryOptions } from '../../shared/custom-fields/custom-field.queries';
import type { FieldDeclaration } from '../../shared/form/field-declaration';
import { newOpportunityFields, opportunityFields } from './opportunity.form';
import { contactsOf } from './opportunity.queries';
import { useStageOptions } from './pipeline.queries';

/** Inputs of a deal with the company's own words and fields; undefined until they are read. */
export function useOpportunityFields(isNew: boolean) {
  const custom = useCustomFields('opportunity');
  const sources = useDictionaryOptions('opportunity-source');
  const competitors = useDictionaryOptions('competitor');
  const stages = useStageOptions(['open']);
  /** Whose contacts are offered: set by the form as its customer changes. */
  const customerId = ref<string | null>(null);
  const contacts = contactsOf(() => customerId.value);

  const fields = computed<FieldDeclaration[] | undefined>(() => {
    if (!custom.value || !sources.value || !competitors.value || !stages.value) return undefined;
    const words = {
      stages: stages.value.filter(({ isRetired }) => !isRetired),
      sources: sources.value,
      competitors: competitors.value,
      contacts,
    };
    return [
      ...(isNew ? newOpportunityFields(words) : opportunityFields(words)),
      ...customInputs(custom.value),
    ];
  });
  return { fields, customerId };
}

import type { ReadAhead } from '../../shared/api/read-ahead';
import { allCustomFields, allDictionaries } from '../../shared/custom-fields/custom-field.queries';
import { listAhead } from '../../shared/list/list-ahead';
import { opportunityList } from './opportunity.list';
import { allPipelines } from './pipeline.queries';

/** Which words a filter offers is of no matter to the first question. */
const declaration = opportunityList({ stages: [], sources: [], reasons: [], competitors: [] });

export const opportunitiesAhead: ReadAhead = (query) => [
  listAhead(declaration, query),
  allPipelines,
  allDictionaries,
  allCustomFields,
];

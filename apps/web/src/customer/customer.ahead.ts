import type { ReadAhead } from '../shared/api/read-ahead';
import { allCustomFields, allDictionaries } from '../shared/custom-fields/custom-field.queries';
import { listAhead } from '../shared/list/list-ahead';
import { customerList } from './customer.list';

export const customersAhead: ReadAhead = (query) => [
  listAhead(customerList, query),
  allDictionaries,
  allCustomFields,
];

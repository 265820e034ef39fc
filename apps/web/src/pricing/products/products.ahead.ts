import type { ReadAhead } from '../../shared/api/read-ahead';
import { allCustomFields } from '../../shared/custom-fields/custom-field.queries';
import { listAhead } from '../../shared/list/list-ahead';
import { productList } from './product.list';

export const productsAhead: ReadAhead = (query) => [listAhead(productList, query), allCustomFields];

import type { LocationQuery } from 'vue-router';
import type { ListDeclaration } from './list-declaration';
import { pageParams, stateFromQuery } from './list-state';
import { pageQuery } from './useListData';
import { usePageSize } from './usePageSize';

/** The first page of a list; one that is opened with a filter of the company's own is asked for by the list itself. */
export const listAhead = <Row>(
  { source, defaultSort, filters }: Pick<ListDeclaration<Row>, 'source' | 'defaultSort' | 'filters'>,
  query: LocationQuery,
) =>
  pageQuery(
    source,
    pageParams(stateFromQuery(query, filters ?? [], defaultSort), usePageSize(source.key).value),
  );

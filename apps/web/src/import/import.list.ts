import { formatCount } from '../shared/format/numbers';
import type { ListDeclaration, Option } from '../shared/list/list-declaration';
import { importSource } from './import.queries';
import type { ImportSummary } from './import-types';

export const STATES: Option[] = [
  { value: 'draft', title: 'import.states.draft', tone: 'info' },
  { value: 'checking', title: 'import.states.checking', tone: 'warning' },
  { value: 'checked', title: 'import.states.checked', tone: 'primary' },
  { value: 'running', title: 'import.states.running', tone: 'warning' },
  { value: 'done', title: 'import.states.done', tone: 'success' },
  { value: 'undoing', title: 'import.states.undoing', tone: 'warning' },
  { value: 'undone', title: 'import.states.undone', tone: 'info' },
];

type Row = Awaited<ReturnType<typeof importSource.page>>['items'][number];

const summaryOf = (row: Row) => row.summary as ImportSummary | null;
const written = (row: Row, count: 'created' | 'updated'): string => {
  const counts = summaryOf(row)?.written;
  return counts ? formatCount(counts.reduce((sum, each) => sum + each[count], 0)) : '';
};
const figure = (count: number | undefined): string => (count === undefined ? '' : formatCount(count));

export const importList: ListDeclaration<Row> = {
  source: importSource,
  resource: 'import',
  defaultSort: '-createdAt',
  pageOf: ({ id }) => ({ name: 'import', params: { id } }),
  columns: [
    { key: 'fileName', title: 'import.fields.fileName', isTitle: true, width: 240 },
    {
      key: 'state',
      title: 'import.fields.state',
      kind: 'options',
      options: STATES,
      width: 110,
      onCard: true,
    },
    {
      key: 'rows',
      title: 'import.fields.rows',
      width: 100,
      onCard: true,
      text: (row) => figure(summaryOf(row)?.rows),
    },
    {
      key: 'withProblems',
      title: 'import.fields.withProblems',
      width: 110,
      text: (row) => figure(summaryOf(row)?.withProblems),
    },
    { key: 'created', title: 'import.fields.created', width: 100, text: (row) => written(row, 'created') },
    { key: 'updated', title: 'import.fields.updated', width: 100, text: (row) => written(row, 'updated') },
    {
      key: 'createdAt',
      title: 'import.fields.createdAt',
      kind: 'instant',
      isSortable: true,
      width: 200,
      onCard: true,
    },
    { key: 'doneAt', title: 'import.fields.doneAt', kind: 'instant', width: 200 },
    { key: 'actions', title: 'import.fields.actions', width: 90, text: () => '' },
  ],
  filters: [{ kind: 'options', param: 'state', title: 'import.fields.state', options: STATES }],
};

import type { ListDeclaration, Option } from '../../shared/list/list-declaration';
import { type Flow, flowSource } from './flow.queries';

const title = (key: string) => `flows.fields.${key}`;

export const flowList = (kinds: readonly Option[]): ListDeclaration<Flow> => ({
  source: flowSource,
  defaultSort: 'name',
  pageOf: ({ id }) => ({ name: 'approval-flow', params: { id } }),
  columns: [
    { key: 'name', title: title('flowName'), isTitle: true, isSortable: true, width: 260 },
    {
      key: 'documentType',
      title: title('documentType'),
      kind: 'options',
      options: kinds,
      width: 150,
      onCard: true,
    },
    { key: 'isActive', title: title('isActive'), width: 110, onCard: true },
    { key: 'activeNumber', title: title('activeNumber'), width: 110 },
    { key: 'hasDraft', title: title('hasDraft'), kind: 'flag', width: 90 },
    { key: 'runningCount', title: title('runningCount'), kind: 'count', width: 110, onCard: true },
    { key: 'description', title: title('description'), width: 260 },
    {
      key: 'updatedAt',
      title: title('updatedAt'),
      kind: 'instant',
      isSortable: true,
      width: 150,
      isHidden: true,
    },
  ],
  filters: [
    { kind: 'options', param: 'documentType', title: title('documentType'), options: kinds },
    { kind: 'flag', param: 'isActive', title: title('isActive') },
  ],
});

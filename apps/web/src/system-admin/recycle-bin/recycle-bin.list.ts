import type { ListDeclaration, Option } from '../../shared/list/list-declaration';
import { userSource } from '../../shared/select/user.queries';
import { type BinItem, binSource } from './recycle-bin.queries';

const RESOURCES: Option[] = [
  'customer',
  'contact',
  'activity',
  'task',
  'appointment',
  'product',
  'order',
  'customer-attachment',
  'opportunity-attachment',
  'activity-attachment',
].map((value) => ({
  value,
  title: `systemAdmin.recycleBin.resources.${value}`,
}));

export const binList: ListDeclaration<BinItem> = {
  source: binSource,
  resource: 'recycle-bin',
  defaultSort: '-deletedAt',
  columns: [
    { key: 'title', title: 'systemAdmin.recycleBin.fields.title', width: 200, isTitle: true },
    {
      key: 'resource',
      title: 'systemAdmin.recycleBin.fields.resource',
      kind: 'options',
      options: RESOURCES,
      width: 90,
      onCard: true,
    },
    { key: 'subtitle', title: 'systemAdmin.recycleBin.fields.subtitle', width: 150, onCard: true },
    { key: 'deletedByName', title: 'systemAdmin.recycleBin.fields.deletedByName', width: 100, onCard: true },
    {
      key: 'deletedAt',
      title: 'systemAdmin.recycleBin.fields.deletedAt',
      kind: 'instant',
      isSortable: true,
      width: 150,
      onCard: true,
    },
    { key: 'keptUntil', title: 'systemAdmin.recycleBin.fields.keptUntil', kind: 'instant', width: 150 },
  ],
  filters: [
    { kind: 'text', param: 'title', title: 'systemAdmin.recycleBin.fields.title' },
    {
      kind: 'options',
      param: 'resource',
      title: 'systemAdmin.recycleBin.fields.resource',
      options: RESOURCES,
    },
    {
      kind: 'select',
      param: 'deletedById',
      title: 'systemAdmin.recycleBin.fields.deletedByName',
      source: userSource,
    },
    { kind: 'days', param: 'deletedAt', title: 'systemAdmin.recycleBin.fields.deletedAt' },
  ],
};

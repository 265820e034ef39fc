import { declarePermissions } from '../../platform/auth/permission-catalogue.js';

const needs = ['opportunity:read'] as const;

export const OPPORTUNITY_PERMISSIONS = declarePermissions([
  { code: 'opportunity:read', describe: 'See sales opportunities and their analysis', scoped: true },
  { code: 'opportunity:create', describe: 'Add sales opportunities', scoped: true, needs },
  {
    code: 'opportunity:change',
    describe: 'Change, move, win and lose sales opportunities',
    scoped: true,
    needs,
  },
  {
    code: 'opportunity:delete',
    describe: 'Put sales opportunities into the recycle bin and take them back',
    scoped: true,
    needs,
  },
  {
    code: 'opportunity:reopen',
    describe: 'Take up again opportunities that were won or lost',
    scoped: true,
    needs,
  },
  { code: 'pipeline:manage', describe: 'Set up sales pipelines and their stages', scoped: false, needs },
]);

import { defineList } from '../../platform/lists/list-definition.js';

const RUNNING = `(select count(*)::int from approvals a join approval_flow_versions v on v.id = a.flow_version_id
  where v.flow_id = f.id and a.state in ('running', 'returned'))`;

export const flowList = defineList({
  resource: 'approval-flow',
  permission: 'approval-flow:read',
  table: 'approval_flows f',
  key: 'f.id',
  columns: {
    id: 'f.id',
    documentType: 'f.document_type',
    name: 'f.name',
    description: 'f.description',
    isActive: 'f.is_active',
    activeNumber: `(select v.number from approval_flow_versions v where v.flow_id = f.id and v.state = 'active')`,
    hasDraft: `exists (select 1 from approval_flow_versions v where v.flow_id = f.id and v.state = 'draft')`,
    runningCount: RUNNING,
    updatedAt: 'f.updated_at',
    version: 'f.version',
  },
  filters: {
    documentType: { kind: 'any-of', sql: 'f.document_type', type: 'text', describe: 'Kind of document.' },
    isActive: { kind: 'any-of', sql: 'f.is_active', type: 'boolean', describe: 'Switched on or not.' },
  },
  sorts: {
    name: { sql: 'f.name collate "zh-x-icu"', type: 'text' },
    updatedAt: { sql: 'f.updated_at', type: 'timestamptz' },
  },
  defaultSort: 'name',
});

import { defineList } from '../lists/list-definition.js';
import { JOB_STATES } from './job.dto.js';

/** A user's own jobs. */
export const jobList = defineList({
  resource: 'job',
  permission: 'job:read',
  table: 'jobs j',
  key: 'j.id',
  columns: {
    id: 'j.id',
    kind: 'j.kind',
    state: 'j.state',
    progress: 'j.progress',
    result: 'j.result',
    error: 'j.error',
    createdAt: 'j.created_at',
    startedAt: 'j.started_at',
    finishedAt: 'j.finished_at',
  },
  filters: {
    kind: { kind: 'any-of', sql: 'j.kind', type: 'text', describe: 'Kind of work.' },
    state: { kind: 'any-of', sql: 'j.state', type: 'text', values: JOB_STATES, describe: 'State.' },
  },
  sorts: { createdAt: { sql: 'j.created_at', type: 'timestamptz' } },
  defaultSort: '-createdAt',
  mine: 'j.requested_by',
  byKey: 'j.api_key_id',
});

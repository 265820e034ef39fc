import { defineList } from '../lists/list-definition.js';
import { BULK_OUTCOMES } from './bulk.dto.js';

/** What became of each row of a person's own actions on many. */
export const bulkRowList = defineList({
  resource: 'bulk-row',
  permission: 'job:read',
  table: 'bulk_rows b',
  joins: 'join jobs j on j.id = b.job_id',
  key: 'b.id',
  columns: {
    id: 'b.id',
    jobId: 'b.job_id',
    recordId: 'b.record_id',
    title: 'b.title',
    outcome: 'b.outcome',
    problem: 'b.problem',
    code: `b.problem ->> 'code'`,
    detail: `coalesce((select string_agg(e ->> 'pointer' || ': ' || (e ->> 'detail'), ' ') from jsonb_array_elements(b.problem -> 'errors') e), b.problem ->> 'detail')`,
  },
  filters: {
    jobId: { kind: 'any-of', sql: 'b.job_id', type: 'uuid', describe: 'Job.' },
    outcome: {
      kind: 'any-of',
      sql: 'b.outcome',
      type: 'text',
      values: BULK_OUTCOMES,
      describe: 'What became of it.',
    },
  },
  sorts: { position: { sql: 'b.position', type: 'integer' } },
  defaultSort: 'position',
  mine: 'j.requested_by',
  byKey: 'j.api_key_id',
});

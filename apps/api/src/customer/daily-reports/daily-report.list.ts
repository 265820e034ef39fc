import { defineList } from '../../platform/lists/list-definition.js';
import { REPORT_STATES } from './daily-report.entity.js';

const STATE = `(case when r.read_at is null then 'submitted' else 'read' end)`;
const totalOf = (section: string): string => `coalesce((r.facts #>> '{${section},total}')::int, 0)`;

/** Reports are seen by their author, and by whoever leads her. */
export const dailyReportList = defineList({
  resource: 'daily-report',
  permission: 'daily-report:read',
  table: 'daily_reports r',
  joins: `join users u on u.id = r.owner_id left join departments d on d.id = r.department_id left join users b on b.id = r.read_by`,
  key: 'r.id',
  columns: {
    id: 'r.id',
    day: 'r.day',
    authorId: 'r.owner_id',
    authorName: 'u.display_name',
    departmentName: 'd.name',
    content: 'r.content',
    plan: 'r.plan',
    help: 'r.help',
    state: STATE,
    activities: totalOf('activities'),
    tasksDone: totalOf('tasksDone'),
    isLate: 'r.is_late',
    source: 'r.source',
    submittedAt: 'r.submitted_at',
    readAt: 'r.read_at',
    readByName: 'b.display_name',
    comments: `(select count(*)::int from daily_report_remarks x where x.daily_report_id = r.id and x.kind = 'comment')`,
    version: 'r.version',
  },
  filters: {
    day: { kind: 'range', sql: 'r.day', type: 'date', describe: 'Day.' },
    authorId: { kind: 'any-of', sql: 'r.owner_id', type: 'uuid', describe: 'Author.' },
    departmentId: { kind: 'any-of', sql: 'r.department_id', type: 'uuid', describe: 'Department.' },
    state: { kind: 'any-of', sql: STATE, type: 'text', values: REPORT_STATES, describe: 'Read or not.' },
    isLate: { kind: 'any-of', sql: 'r.is_late', type: 'boolean', describe: 'Handed in late.' },
  },
  sorts: { day: { sql: 'r.day', type: 'date' } },
  defaultSort: '-day',
  search: { sql: 'r.search_text', prefixSql: 'r.search_text' },
  scope: { owner: 'r.owner_id', department: 'r.department_id' },
});

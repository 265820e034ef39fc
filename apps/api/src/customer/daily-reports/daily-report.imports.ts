import type { ImportResource } from '../../platform/imports/import-resource.js';

/** Reports of another system: author and day are what the file says. What was read here stays as it was read. */
export const DAILY_REPORT_IMPORT: ImportResource = {
  resource: 'daily-report',
  label: { zh: '工作日报', en: 'Daily report' },
  table: 'daily_reports',
  audited: 'daily-report',
  permission: 'daily-report:write',
  key: ['owner', 'day'],
  owned: true,
  references: [{ name: 'owner', resource: 'owner', column: 'owner_id' }],
  onCreate: { source: `'imported'`, submitted_at: 'null::timestamptz' },
  refuses: () => [{ code: 'import.report-read', sql: 't.read_at is not null', values: [] }],
  fields: [
    {
      name: 'day',
      column: 'day',
      type: 'date',
      required: true,
      label: { zh: '日报日期', en: 'Day of the report' },
      headers: ['日报日期', '日报时间', '汇报日期', '工作日期', 'report date', 'day of the report'],
    },
    {
      name: 'content',
      column: 'content',
      type: 'text',
      max: 10_000,
      required: true,
      label: { zh: '日报内容', en: 'What was done' },
      headers: [
        '日报内容',
        '今日总结',
        '工作总结',
        '今日工作',
        '今日工作内容',
        'daily report',
        'what was done',
      ],
    },
    {
      name: 'plan',
      column: 'plan',
      type: 'text',
      max: 5000,
      label: { zh: '明日计划', en: 'Plan' },
      headers: ['明日计划', '明日工作计划', '工作计划', 'plan', 'plan for tomorrow'],
    },
    {
      name: 'help',
      column: 'help',
      type: 'text',
      max: 5000,
      label: { zh: '需要的支持', en: 'Help needed' },
      headers: ['需要的支持', '需协调工作', '需要协调的问题', '遇到的问题', 'help needed', 'problems'],
    },
  ],
};

import type { FieldDeclaration } from '../../shared/form/field-declaration';
import type { ListDeclaration, Option } from '../../shared/list/list-declaration';
import { departmentSource } from '../../shared/select/organization.queries';
import { userSource } from '../../shared/select/user.queries';
import { type DailyReport, dailyReportSource } from './daily-report.queries';

const title = (key: string) => `dailyReports.fields.${key}`;

export const STATES: Option[] = [
  { value: 'submitted', title: 'dailyReports.states.submitted', tone: 'warning' },
  { value: 'read', title: 'dailyReports.states.read', tone: 'success' },
];

export const dailyReportList: ListDeclaration<DailyReport> = {
  source: dailyReportSource,
  exports: 'daily-report',
  defaultSort: '-day',
  searchHint: 'dailyReports.searchHint',
  columns: [
    {
      key: 'day',
      title: title('day'),
      kind: 'day',
      isSortable: true,
      isTitle: true,
      width: 150,
    },
    { key: 'authorName', title: title('author'), width: 100, onCard: true },
    { key: 'content', title: title('content'), width: 320, onCard: true },
    { key: 'activities', title: title('activities'), kind: 'count', width: 90 },
    { key: 'tasksDone', title: title('tasksDone'), kind: 'count', width: 90 },
    { key: 'state', title: title('state'), kind: 'options', options: STATES, width: 90, onCard: true },
    { key: 'comments', title: title('comments'), kind: 'count', width: 80 },
    { key: 'isLate', title: title('isLate'), kind: 'flag', width: 80 },
    { key: 'submittedAt', title: title('submittedAt'), kind: 'instant', width: 150 },
    { key: 'departmentName', title: title('department'), width: 120, isHidden: true },
    { key: 'readByName', title: title('readBy'), width: 100, isHidden: true },
  ],
  filters: [
    { kind: 'days', param: 'day', title: title('day') },
    { kind: 'select', param: 'authorId', title: title('author'), source: userSource },
    { kind: 'select', param: 'departmentId', title: title('department'), source: departmentSource },
    { kind: 'options', param: 'state', title: title('state'), options: STATES },
    { kind: 'flag', param: 'isLate', title: title('isLate') },
  ],
  pageOf: ({ id }) => ({ name: 'daily-report', params: { id } }),
};

/** What somebody writes; the rest is known. */
export const reportFields: FieldDeclaration[] = [
  { key: 'content', title: title('content'), kind: 'long-text', isRequired: true, maxLength: 10_000 },
  { key: 'plan', title: title('plan'), kind: 'long-text', maxLength: 5000 },
  { key: 'help', title: title('help'), kind: 'long-text', maxLength: 5000 },
];

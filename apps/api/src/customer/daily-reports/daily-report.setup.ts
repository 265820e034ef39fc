import { Injectable, type OnModuleInit } from '@nestjs/common';
import { YES_NO } from '../../platform/exports/declared-columns.js';
import { ExportSources } from '../../platform/exports/export-source.js';
import { ListExports } from '../../platform/exports/list-export.js';
import { ImportResources } from '../../platform/imports/import-resource.js';
import { DAILY_REPORT_IMPORT } from './daily-report.imports.js';
import { dailyReportList } from './daily-report.list.js';

const STATES = { submitted: { zh: '未阅', en: 'Unread' }, read: { zh: '已阅', en: 'Read' } };

/** Where reports appear outside their own pages. */
@Injectable()
export class DailyReportSetup implements OnModuleInit {
  constructor(
    private readonly imports: ImportResources,
    private readonly exports: ExportSources,
    private readonly lists: ListExports,
  ) {}

  onModuleInit(): void {
    this.imports.register(DAILY_REPORT_IMPORT);
    this.exports.register(
      this.lists.of(dailyReportList, { zh: '工作日报', en: 'Daily reports' }, [
        'day',
        { key: 'authorName', field: 'owner.name' },
        { key: 'departmentName', label: { zh: '部门', en: 'Department' }, type: 'text' },
        'content',
        'plan',
        'help',
        { key: 'activities', label: { zh: '跟进数', en: 'Activities' }, type: 'integer' },
        { key: 'tasksDone', label: { zh: '完成任务', en: 'Tasks done' }, type: 'integer' },
        { key: 'state', label: { zh: '状态', en: 'State' }, type: 'text', words: STATES },
        { key: 'comments', label: { zh: '点评', en: 'Comments' }, type: 'integer' },
        { key: 'isLate', label: { zh: '迟交', en: 'Late' }, type: 'text', words: YES_NO },
        { key: 'submittedAt', label: { zh: '提交时间', en: 'Handed in' }, type: 'datetime' },
        { key: 'readByName', label: { zh: '阅读人', en: 'Read by' }, type: 'text' },
        { key: 'readAt', label: { zh: '阅读时间', en: 'Read' }, type: 'datetime' },
      ]),
    );
  }
}

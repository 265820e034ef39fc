import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ExportSources } from '../../platform/exports/export-source.js';
import { ListExports } from '../../platform/exports/list-export.js';
import { creditChangeList } from './credit-change.list.js';

const STATES = {
  draft: { zh: '草稿', en: 'Draft' },
  in_review: { zh: '审批中', en: 'Under approval' },
  returned: { zh: '已退回', en: 'Returned' },
  effective: { zh: '已生效', en: 'In effect' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
};

/** Changes of credit limits in files; who may not see credit gets the columns without it. */
@Injectable()
export class CreditChangeExports implements OnModuleInit {
  constructor(
    private readonly sources: ExportSources,
    private readonly lists: ListExports,
  ) {}

  onModuleInit(): void {
    this.sources.register(
      this.lists.of(creditChangeList, { zh: '信用额度调整', en: 'Credit limit changes' }, [
        { key: 'number', label: { zh: '编号', en: 'Number' }, type: 'text' },
        { key: 'customerName', field: 'customer.name' },
        { key: 'customerNumber', field: 'customer.number' },
        { key: 'oldLimit', label: { zh: '原额度', en: 'Limit before' }, type: 'decimal', scale: 2 },
        { key: 'newLimit', label: { zh: '申请额度', en: 'Limit wanted' }, type: 'decimal', scale: 2 },
        { key: 'oldTermsDays', label: { zh: '原账期（天）', en: 'Days before' }, type: 'integer' },
        { key: 'newTermsDays', label: { zh: '申请账期（天）', en: 'Days to pay wanted' }, type: 'integer' },
        { key: 'reason', label: { zh: '申请理由', en: 'Why' }, type: 'text' },
        { key: 'state', label: { zh: '状态', en: 'State' }, type: 'text', words: STATES },
        { key: 'ownerName', label: { zh: '申请人', en: 'Asked by' }, type: 'text' },
        { key: 'createdAt', label: { zh: '录入时间', en: 'Entered' }, type: 'datetime' },
        { key: 'effectiveAt', label: { zh: '生效时间', en: 'In effect since' }, type: 'datetime' },
      ]),
    );
  }
}

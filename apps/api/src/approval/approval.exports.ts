import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ExportSources, type ExportColumn } from '../platform/exports/export-source.js';
import { ListExports } from '../platform/exports/list-export.js';
import { SearchSources } from '../platform/search/search-sources.js';
import { approvalList, ownApprovalList } from './runs/approval.lists.js';

const STATES: ExportColumn['words'] = {
  running: { zh: '审批中', en: 'Under approval' },
  returned: { zh: '已退回', en: 'Returned' },
  approved: { zh: '已通过', en: 'Approved' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  terminated: { zh: '已终止', en: 'Terminated' },
};

const COLUMNS: readonly ExportColumn[] = [
  { key: 'documentType', label: { zh: '单据类型', en: 'Kind' }, type: 'text' },
  { key: 'documentNumber', label: { zh: '单据编号', en: 'Number' }, type: 'text' },
  { key: 'title', label: { zh: '标题', en: 'Title' }, type: 'text' },
  { key: 'amount', label: { zh: '金额', en: 'Amount' }, type: 'decimal', scale: 2 },
  { key: 'state', label: { zh: '状态', en: 'State' }, type: 'text', words: STATES },
  { key: 'round', label: { zh: '轮次', en: 'Round' }, type: 'integer' },
  { key: 'submitterName', label: { zh: '提交人', en: 'Submitter' }, type: 'text' },
  { key: 'departmentName', label: { zh: '部门', en: 'Department' }, type: 'text' },
  { key: 'stageName', label: { zh: '当前节点', en: 'Stage' }, type: 'text' },
  { key: 'waitsFor', label: { zh: '待处理人', en: 'Waits for' }, type: 'text' },
  { key: 'submittedAt', label: { zh: '提交时间', en: 'Submitted' }, type: 'datetime' },
  { key: 'finishedAt', label: { zh: '结束时间', en: 'Finished' }, type: 'datetime' },
];

/** Approvals outside their own pages: in files and in the global search. */
@Injectable()
export class ApprovalExports implements OnModuleInit {
  constructor(
    private readonly sources: ExportSources,
    private readonly lists: ListExports,
    private readonly search: SearchSources,
  ) {}

  onModuleInit(): void {
    this.search.register({ list: ownApprovalList, title: 'title', subtitle: 'documentNumber' });
    this.sources.register(
      this.lists.of(ownApprovalList, { zh: '我的审批', en: 'My approvals' }, COLUMNS),
      this.lists.of(approvalList, { zh: '全部审批', en: 'All approvals' }, COLUMNS),
    );
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ExportSources, type ExportColumn, type ExportSource } from '../platform/exports/export-source.js';
import { ListExports } from '../platform/exports/list-export.js';
import type { ListDefinition } from '../platform/lists/list-definition.js';
import { SearchSources } from '../platform/search/search-sources.js';
import { DocumentTypes } from './document-types.js';
import {
  approvalList,
  copiedList,
  doneList,
  inboxList,
  ownApprovalList,
  sentList,
} from './runs/approval.lists.js';

const STATES: ExportColumn['words'] = {
  running: { zh: '审批中', en: 'Under approval' },
  returned: { zh: '已退回', en: 'Returned' },
  approved: { zh: '已通过', en: 'Approved' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  terminated: { zh: '已终止', en: 'Terminated' },
};

const STUCK: ExportColumn['words'] = {
  'no-approver': { zh: '没有可以处理的人', en: 'Nobody can decide' },
  'document-changed': { zh: '单据提交后被修改', en: 'Changed after it was submitted' },
  'document-gone': { zh: '单据已被删除', en: 'The document was deleted' },
};

const COMMON: readonly ExportColumn[] = [
  { key: 'documentNumber', label: { zh: '单据编号', en: 'Number' }, type: 'text' },
  { key: 'title', label: { zh: '标题', en: 'Title' }, type: 'text' },
  { key: 'amount', label: { zh: '金额', en: 'Amount' }, type: 'decimal', scale: 2 },
  { key: 'state', label: { zh: '状态', en: 'State' }, type: 'text', words: STATES },
  { key: 'round', label: { zh: '轮次', en: 'Round' }, type: 'integer' },
  { key: 'submitterName', label: { zh: '提交人', en: 'Submitter' }, type: 'text' },
  { key: 'departmentName', label: { zh: '部门', en: 'Department' }, type: 'text' },
  { key: 'stageName', label: { zh: '当前节点', en: 'Stage' }, type: 'text' },
  { key: 'waitsFor', label: { zh: '待处理人', en: 'Waits for' }, type: 'text' },
  { key: 'dueAt', label: { zh: '期限', en: 'Due' }, type: 'datetime' },
  { key: 'stuckReason', label: { zh: '卡住原因', en: 'Why it is stuck' }, type: 'text', words: STUCK },
  { key: 'submittedAt', label: { zh: '提交时间', en: 'Submitted' }, type: 'datetime' },
  { key: 'finishedAt', label: { zh: '结束时间', en: 'Finished' }, type: 'datetime' },
];

const OF_INBOX: readonly ExportColumn[] = [
  { key: 'waitingSince', label: { zh: '等待时间', en: 'Waiting since' }, type: 'datetime' },
  { key: 'onBehalfOfName', label: { zh: '代谁审批', en: 'On behalf of' }, type: 'text' },
];
const OF_DONE: readonly ExportColumn[] = [
  {
    key: 'decision',
    label: { zh: '我的处理', en: 'My decision' },
    type: 'text',
    words: { approved: { zh: '已同意', en: 'Approved' }, returned: { zh: '已退回', en: 'Returned' } },
  },
  { key: 'decidedAt', label: { zh: '处理时间', en: 'Decided' }, type: 'datetime' },
];
const OF_COPIED: readonly ExportColumn[] = [
  {
    key: 'reason',
    label: { zh: '抄送原因', en: 'Why copied' },
    type: 'text',
    words: {
      flow: { zh: '流程抄送', en: 'By the flow' },
      sent: { zh: '同事抄送', en: 'By a colleague' },
      mention: { zh: '评论中提到', en: 'Mentioned in a comment' },
    },
  },
  { key: 'copiedAt', label: { zh: '抄送时间', en: 'Copied' }, type: 'datetime' },
  { key: 'readAt', label: { zh: '阅读时间', en: 'Read' }, type: 'datetime' },
];

/** Approvals outside their own pages: in files and in the global search. */
@Injectable()
export class ApprovalExports implements OnModuleInit {
  constructor(
    private readonly sources: ExportSources,
    private readonly lists: ListExports,
    private readonly search: SearchSources,
    private readonly types: DocumentTypes,
  ) {}

  onModuleInit(): void {
    this.search.register({ list: ownApprovalList, title: 'title', subtitle: 'documentNumber' });
    const kind = this.kindColumn();
    const of = (list: ListDefinition, label: ExportSource['label'], own: readonly ExportColumn[] = []) =>
      this.lists.of(list, label, [kind, ...COMMON, ...own]);
    this.sources.register(
      of(ownApprovalList, { zh: '我的审批', en: 'My approvals' }),
      of(inboxList, { zh: '待我审批', en: 'Waiting for me' }, OF_INBOX),
      of(sentList, { zh: '我发起的', en: 'Submitted by me' }),
      of(doneList, { zh: '我已处理', en: 'Decided by me' }, OF_DONE),
      of(copiedList, { zh: '抄送我的', en: 'Copied to me' }, OF_COPIED),
      of(approvalList, { zh: '全部审批', en: 'All approvals' }),
    );
  }

  /** Its words are asked for when a file is written: modules register their documents after this one. */
  private kindColumn(): ExportColumn {
    const { types } = this;
    return {
      key: 'documentType',
      label: { zh: '单据类型', en: 'Kind' },
      type: 'text',
      get words() {
        return Object.fromEntries(types.all().map(({ name, label }) => [name, label]));
      },
    };
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ExportSources, type ExportColumn } from '../exports/export-source.js';
import { ListExports } from '../exports/list-export.js';
import { bulkRowList } from './bulk-row.list.js';

const OUTCOMES: ExportColumn['words'] = {
  waiting: { zh: '未执行', en: 'Not reached' },
  done: { zh: '成功', en: 'Done' },
  refused: { zh: '被拒', en: 'Refused' },
};

/** The usual reasons in words; the detail beside them says more. */
const REASONS: ExportColumn['words'] = {
  'record.not-found': { zh: '不存在，或您无权查看', en: 'Not there, or not yours to see' },
  'record.stale': { zh: '选中之后被他人修改', en: 'Changed by somebody after it was chosen' },
  'record.duplicate': { zh: '与已有记录重复', en: 'There is another one like it' },
  'record.in-use': { zh: '仍被其他记录使用', en: 'Others still use it' },
  'record.illegal-action': { zh: '当前状态下不能这样做', en: 'Not possible in its state' },
  'auth.forbidden': { zh: '没有权限', en: 'Not allowed' },
  'input.invalid': { zh: '内容不符合要求', en: 'The value does not fit' },
};

/** What became of each row, as a file. */
@Injectable()
export class BulkExports implements OnModuleInit {
  constructor(
    private readonly sources: ExportSources,
    private readonly lists: ListExports,
  ) {}

  onModuleInit(): void {
    this.sources.register(
      this.lists.of(bulkRowList, { zh: '批量操作结果', en: 'Results of an action on many' }, [
        { key: 'title', label: { zh: '记录', en: 'Record' }, type: 'text' },
        { key: 'recordId', label: { zh: '标识', en: 'Id' }, type: 'text' },
        { key: 'outcome', label: { zh: '结果', en: 'Outcome' }, type: 'text', words: OUTCOMES },
        { key: 'code', label: { zh: '原因', en: 'Reason' }, type: 'text', words: REASONS },
        { key: 'detail', label: { zh: '说明', en: 'Detail' }, type: 'text' },
      ]),
    );
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ExportSources } from '../../platform/exports/export-source.js';
import { ListExports } from '../../platform/exports/list-export.js';
import { auditEntryList } from './audit-entry.list.js';

const OPERATIONS = {
  insert: { zh: '新增', en: 'Added' },
  update: { zh: '修改', en: 'Changed' },
  delete: { zh: '删除', en: 'Deleted' },
};

/** The audit log as a file, for an auditor: filtered as on the screen, and with the same fields kept back. */
@Injectable()
export class AuditExports implements OnModuleInit {
  constructor(
    private readonly sources: ExportSources,
    private readonly lists: ListExports,
  ) {}

  onModuleInit(): void {
    this.sources.register(
      this.lists.of(auditEntryList, { zh: '操作记录', en: 'Audit log' }, [
        { key: 'id', label: { zh: '序号', en: 'Entry' }, type: 'text' },
        { key: 'occurredAt', label: { zh: '时间', en: 'When' }, type: 'datetime' },
        { key: 'actorName', label: { zh: '操作人', en: 'Who' }, type: 'text' },
        { key: 'action', label: { zh: '动作', en: 'Action' }, type: 'text' },
        { key: 'resource', label: { zh: '对象', en: 'Kind of record' }, type: 'text' },
        { key: 'recordId', label: { zh: '记录编号', en: 'Record' }, type: 'text' },
        { key: 'operation', label: { zh: '变更', en: 'Change' }, type: 'text', words: OPERATIONS },
        { key: 'before', label: { zh: '变更前', en: 'Before' }, type: 'text' },
        { key: 'after', label: { zh: '变更后', en: 'After' }, type: 'text' },
        { key: 'ip', label: { zh: '来源地址', en: 'Address' }, type: 'text' },
        { key: 'requestId', label: { zh: '请求编号', en: 'Request' }, type: 'text' },
      ]),
    );
  }
}

import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import { defineList } from '../../platform/lists/list-definition.js';
import { ListOperation, ListQuery } from '../../platform/lists/list-operation.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import { Lists, type Page } from '../../platform/lists/lists.js';
import { AuditEntryDto } from './audit-entry.dto.js';

const auditEntryList = defineList({
  resource: 'audit-entry',
  permission: 'audit:read',
  table: 'audit_entries a',
  key: 'a.id',
  keyType: 'bigint',
  columns: {
    id: 'a.id::text',
    occurredAt: 'a.occurred_at',
    actorId: 'a.actor_id',
    actorName: 'a.actor_name',
    action: 'a.action',
    resource: 'a.resource',
    recordId: 'a.record_id',
    operation: 'a.operation',
    before: 'a.before',
    after: 'a.after',
    requestId: 'a.request_id',
    ip: 'a.ip',
  },
  filters: {
    resource: { kind: 'any-of', sql: 'a.resource', type: 'text', describe: 'Kind of record.' },
    recordId: { kind: 'any-of', sql: 'a.record_id', type: 'uuid', describe: 'Record.' },
    actorId: { kind: 'any-of', sql: 'a.actor_id', type: 'uuid', describe: 'Who.' },
    action: { kind: 'any-of', sql: 'a.action', type: 'text', describe: 'Business verb.' },
    jobId: { kind: 'any-of', sql: 'a.job_id', type: 'uuid', describe: 'Job that did it.' },
    occurredAt: { kind: 'range', sql: 'a.occurred_at', type: 'timestamptz', describe: 'When.' },
  },
  sorts: { id: { sql: 'a.id', type: 'bigint' } },
  defaultSort: '-id',
});

@ApiTags('audit')
@Controller('audit-entries')
export class AuditEntriesController {
  constructor(private readonly lists: Lists) {}

  @Get()
  @ListOperation(auditEntryList, AuditEntryDto, 'Read the audit log')
  listAuditEntries(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<Page<AuditEntryDto>> {
    return this.lists.page(auditEntryList, query, actor);
  }
}

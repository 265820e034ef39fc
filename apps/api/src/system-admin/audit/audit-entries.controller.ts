import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import {
  CountOperation,
  ListCountDto,
  ListOperation,
  ListQuery,
} from '../../platform/lists/list-operation.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import { Lists, type Page } from '../../platform/lists/lists.js';
import { AuditEntryDto } from './audit-entry.dto.js';
import { auditEntryList } from './audit-entry.list.js';

@ApiTags('audit')
@Controller('audit-entries')
export class AuditEntriesController {
  constructor(private readonly lists: Lists) {}

  @Get()
  @ListOperation(auditEntryList, AuditEntryDto, 'Read the audit log')
  listAuditEntries(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<Page<AuditEntryDto>> {
    return this.lists.page(auditEntryList, query, actor);
  }

  @Get('count')
  @CountOperation(auditEntryList, 'Count entries of the audit log')
  countAuditEntries(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<ListCountDto> {
    return this.lists.count(auditEntryList, query, actor);
  }
}

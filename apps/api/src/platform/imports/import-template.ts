import { PassThrough } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../auth/actor.js';
import { RecordNotFoundError } from '../errors/common.errors.js';
import { writeTable } from '../spreadsheet/index.js';
import { ImportsService } from './imports.service.js';

/** An empty workbook with the headers that an import recognises by itself. */
@Injectable()
export class ImportTemplate {
  constructor(private readonly imports: ImportsService) {}

  /** @throws RecordNotFoundError when there is no such resource, or the caller may not import it. */
  async send(name: string, actor: Actor, reply: FastifyReply): Promise<void> {
    const resource = this.imports.permitted(actor).find((candidate) => candidate.resource === name);
    if (!resource) throw new RecordNotFoundError('importable resource', name.slice(0, 60));
    const language = actor.locale === 'en' ? 'en' : 'zh';
    const headers = resource.fields.map((field) => ({
      key: field.name,
      label: field.label[language],
      type: 'text' as const,
    }));
    const out = new PassThrough();
    const fileName = `${resource.label[language]}.xlsx`;
    void reply
      .header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`);
    const written = writeTable(
      { format: 'xlsx', headers, rows: [], sheetName: resource.label[language] },
      out,
    );
    await Promise.all([reply.send(out), written]);
  }
}

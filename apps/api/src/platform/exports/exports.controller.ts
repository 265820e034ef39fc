import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../auth/actor.js';
import { Operation } from '../http/operation.js';
import { JobDto } from '../jobs/job.dto.js';
import { CreateExportDto } from './export.dto.js';
import { ExportsService } from './exports.service.js';

@ApiTags('exports')
@Controller('exports')
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  @Post()
  @Operation({
    summary: 'Export a list or a statistic as filtered, sorted and permitted',
    description:
      'Answers a job; its result names the file (`fileId`), to be downloaded from `/files/{id}/content`.',
    access: 'export:run',
    returns: JobDto,
    status: 202,
  })
  createExport(@Body() dto: CreateExportDto, @CurrentActor() actor: Actor): Promise<JobDto> {
    return this.exports.request(dto, actor);
  }
}

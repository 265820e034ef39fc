import { Body, Controller, Delete, Get, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, type Actor } from '../auth/actor.js';
import { RecordNotFoundError, StaleVersionError } from '../errors/common.errors.js';
import { FileStore } from '../files/file-store.js';
import { sendFile } from '../files/files.js';
import { Operation } from '../http/operation.js';
import { HasIdParam, HasIfMatch, IdParam, IfMatch } from '../http/parameters.js';
import {
  AttachmentDto,
  AttachmentVersionDto,
  ChangeAttachmentDto,
  CreateAttachmentDto,
  CreateAttachmentVersionDto,
  RecordAttachmentsDto,
} from './attachment.dto.js';
import { FileAttachedError, NoVersionsError, TooManyAttachmentsError } from './attachment.errors.js';
import { AttachmentRows } from './attachment-rows.js';
import { Attachments } from './attachments.js';

const AS_THE_RECORD =
  'Whoever may see the record sees its files and links; whoever may change it changes them.';

@ApiTags('attachments')
@Controller('attachments')
export class AttachmentsController {
  constructor(
    private readonly attachments: Attachments,
    private readonly rows: AttachmentRows,
    private readonly files: FileStore,
  ) {}

  @Post()
  @Operation({
    summary: 'Attach a file or a link to a record',
    description: AS_THE_RECORD,
    access: 'signed-in',
    returns: AttachmentDto,
    status: 201,
    errors: [RecordNotFoundError, TooManyAttachmentsError, FileAttachedError],
  })
  createAttachment(@Body() dto: CreateAttachmentDto, @CurrentActor() actor: Actor): Promise<AttachmentDto> {
    return this.attachments.add(dto, actor);
  }

  @Get('of/:resource/:id')
  @ApiParam({ name: 'resource', schema: { type: 'string' }, description: 'Kind of record, `customer`.' })
  @HasIdParam()
  @Operation({
    summary: "Read a record's files and links, newest first",
    description: AS_THE_RECORD,
    access: 'signed-in',
    returns: RecordAttachmentsDto,
    errors: [RecordNotFoundError],
  })
  readAttachments(
    @Param('resource') resource: string,
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
  ): Promise<RecordAttachmentsDto> {
    return this.rows.of(resource, id, actor);
  }

  @Get(':id')
  @HasIdParam()
  @Operation({
    summary: 'Read one attachment',
    access: 'signed-in',
    returns: AttachmentDto,
    errors: [RecordNotFoundError],
  })
  readAttachment(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<AttachmentDto> {
    return this.rows.one(id, actor);
  }

  @Patch(':id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Rename or describe an attachment, or change the address of a link',
    access: 'signed-in',
    returns: AttachmentDto,
    errors: [RecordNotFoundError, StaleVersionError],
  })
  changeAttachment(
    @IdParam() id: string,
    @Body() dto: ChangeAttachmentDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<AttachmentDto> {
    return this.attachments.change(id, dto, version, actor);
  }

  @Delete(':id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Put an attachment into the recycle bin',
    access: 'signed-in',
    status: 204,
    errors: [RecordNotFoundError, StaleVersionError],
  })
  deleteAttachment(
    @IdParam() id: string,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.attachments.remove(id, version, actor);
  }

  @Get(':id/versions')
  @HasIdParam()
  @Operation({
    summary: 'Read all versions of an attached file, newest first',
    access: 'signed-in',
    returns: [AttachmentVersionDto],
    errors: [RecordNotFoundError],
  })
  readAttachmentVersions(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
  ): Promise<AttachmentVersionDto[]> {
    return this.rows.versions(id, actor);
  }

  @Post(':id/versions')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Bring a new version of an attached file',
    access: 'signed-in',
    returns: AttachmentDto,
    status: 201,
    errors: [RecordNotFoundError, StaleVersionError, NoVersionsError, FileAttachedError],
  })
  addAttachmentVersion(
    @IdParam() id: string,
    @Body() dto: CreateAttachmentVersionDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<AttachmentDto> {
    return this.attachments.addVersion(id, dto.fileId, version, actor);
  }

  @Get(':id/content')
  @HasIdParam()
  @Operation({
    summary: 'Download the newest version of an attached file',
    access: 'signed-in',
    produces: 'application/octet-stream',
    errors: [RecordNotFoundError],
  })
  async downloadAttachedFile(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send(await this.rows.fileOf(id, undefined, actor), reply);
  }

  @Get(':id/versions/:number/content')
  @HasIdParam()
  @ApiParam({ name: 'number', schema: { type: 'integer' }, description: 'Number of the version.' })
  @Operation({
    summary: 'Download one version of an attached file',
    access: 'signed-in',
    produces: 'application/octet-stream',
    errors: [RecordNotFoundError],
  })
  async downloadAttachmentVersion(
    @IdParam() id: string,
    @Param('number') number: string,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send(await this.rows.fileOf(id, /^\d{1,9}$/.test(number) ? Number(number) : 0, actor), reply);
  }

  private async send({ id, name }: { id: string; name: string }, reply: FastifyReply): Promise<void> {
    await sendFile(this.files, { ...(await this.files.read(id)), name }, reply);
  }
}

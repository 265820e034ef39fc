import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor, ActorRequest } from '../auth/actor.js';
import { CurrentActor } from '../auth/actor.js';
import { RecordNotFoundError } from '../errors/common.errors.js';
import { Operation } from '../http/operation.js';
import { HasIdParam, IdParam } from '../http/parameters.js';
import { FileDto } from './file.dto.js';
import { FileNameError, FileNotAllowedError, FileTooLargeError, NoFileError } from './file.errors.js';
import { Files } from './files.js';

@ApiTags('files')
@Controller('files')
export class FilesController {
  constructor(private readonly files: Files) {}

  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    },
  })
  @Operation({
    summary: 'Upload a file',
    access: 'file:upload',
    returns: FileDto,
    status: 201,
    errors: [FileTooLargeError, NoFileError, FileNotAllowedError, FileNameError],
  })
  uploadFile(@Req() request: ActorRequest, @CurrentActor() actor: Actor): Promise<FileDto> {
    return this.files.upload(request, actor);
  }

  @Get(':id')
  @HasIdParam()
  @Operation({
    summary: 'Describe one of your files',
    access: 'signed-in',
    returns: FileDto,
    errors: [RecordNotFoundError],
  })
  readFile(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<FileDto> {
    return this.files.read(id, actor);
  }

  @Get(':id/content')
  @HasIdParam()
  @Operation({
    summary: 'Download one of your files',
    access: 'signed-in',
    produces: 'application/octet-stream',
    errors: [RecordNotFoundError],
  })
  downloadFile(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.files.download(id, actor, reply);
  }
}

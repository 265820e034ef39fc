import {
  Body,
  Controller,
  createParamDecorator,
  Delete,
  Get,
  Patch,
  Post,
  Req,
  Res,
  type ExecutionContext,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, type Actor } from '../auth/actor.js';
import { InvalidInputError, RecordNotFoundError } from '../errors/common.errors.js';
import { Operation } from '../http/operation.js';
import { HasIdParam, IdParam } from '../http/parameters.js';
import { FileDto } from './file.dto.js';
import {
  FileNameError,
  FileNotAllowedError,
  FileTooLargeError,
  TooManyUploadsError,
  UploadIncompleteError,
  UploadOffsetError,
} from './file.errors.js';
import { CreateUploadDto, UploadDto } from './upload.dto.js';
import { PIECE_TYPE, Uploads } from './uploads.js';

const UploadOffset = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['upload-offset'];
  if (typeof header === 'string' && /^\d{1,15}$/.test(header)) return Number(header);
  throw new InvalidInputError([
    { pointer: 'Upload-Offset', detail: 'Upload-Offset says where the piece begins.', rule: 'isInt' },
  ]);
});

/** Large files and bad lines: pieces with `Upload-Offset`, as in the tus protocol. */
@ApiTags('files')
@Controller('uploads')
export class UploadsController {
  constructor(private readonly uploads: Uploads) {}

  @Post()
  @Operation({
    summary: 'Begin to upload a file in pieces',
    description:
      'Send the pieces with PATCH, then finish. A broken line loses nothing: GET or HEAD tells how far it came.',
    access: 'file:upload',
    returns: UploadDto,
    status: 201,
    errors: [FileTooLargeError, TooManyUploadsError],
  })
  beginUpload(@Body() dto: CreateUploadDto, @CurrentActor() actor: Actor): Promise<UploadDto> {
    return this.uploads.begin(dto, actor);
  }

  @Get(':id')
  @HasIdParam()
  @Operation({
    summary: 'Tell how much of an upload is here',
    access: 'file:upload',
    returns: UploadDto,
    errors: [RecordNotFoundError],
  })
  async readUpload(
    @IdParam() id: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UploadDto> {
    return withOffset(await this.uploads.read(id, actor), reply);
  }

  @Patch(':id')
  @HasIdParam()
  @ApiHeader({
    name: 'Upload-Offset',
    required: true,
    schema: { type: 'integer' },
    description: 'Where the piece begins.',
  })
  @ApiConsumes(PIECE_TYPE)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Operation({
    summary: 'Send the next piece of an upload',
    access: 'file:upload',
    returns: UploadDto,
    errors: [RecordNotFoundError, UploadOffsetError],
  })
  async continueUpload(
    @IdParam() id: string,
    @UploadOffset() offset: number,
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UploadDto> {
    // Of a piece that was not taken to its end the rest is never read: nothing else can come by this line.
    void reply.header('connection', 'close');
    const upload = await this.uploads.receive(id, offset, request.body, actor);
    return withOffset(upload, reply.removeHeader('connection'));
  }

  @Post(':id/finish')
  @HasIdParam()
  @Operation({
    summary: 'Make a file of an upload that is all here',
    access: 'file:upload',
    returns: FileDto,
    status: 201,
    errors: [RecordNotFoundError, UploadIncompleteError, FileNotAllowedError, FileNameError],
  })
  finishUpload(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<FileDto> {
    return this.uploads.finish(id, actor);
  }

  @Delete(':id')
  @HasIdParam()
  @Operation({
    summary: 'Cancel an upload',
    access: 'file:upload',
    status: 204,
    errors: [RecordNotFoundError],
  })
  cancelUpload(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.uploads.cancel(id, actor);
  }
}

function withOffset(upload: UploadDto, reply: FastifyReply): UploadDto {
  void reply.header('upload-offset', String(upload.offset)).header('upload-length', String(upload.size));
  return upload;
}

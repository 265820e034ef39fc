import { Global, Module } from '@nestjs/common';
import { Attachables } from './attachable.js';
import { AttachedRecords } from './attached-records.js';
import { AttachmentRows } from './attachment-rows.js';
import { AttachmentSweep } from './attachment-sweep.js';
import { Attachments } from './attachments.js';
import { AttachmentsController } from './attachments.controller.js';

@Global()
@Module({
  controllers: [AttachmentsController],
  providers: [Attachables, AttachedRecords, AttachmentRows, Attachments, AttachmentSweep],
  exports: [Attachables, Attachments],
})
export class AttachmentsModule {}

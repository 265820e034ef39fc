import { Module } from '@nestjs/common';
import { RelationGraphService } from './relation-graph.service.js';
import { RelationsController } from './relations.controller.js';
import { RelationsService } from './relations.service.js';

@Module({
  controllers: [RelationsController],
  providers: [RelationsService, RelationGraphService],
})
export class RelationsModule {}

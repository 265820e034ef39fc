import { Global, Module } from '@nestjs/common';
import { HandOver } from './hand-over.js';
import { HandOverResources } from './hand-over-resource.js';

@Global()
@Module({ providers: [HandOverResources, HandOver], exports: [HandOverResources, HandOver] })
export class HandOverModule {}

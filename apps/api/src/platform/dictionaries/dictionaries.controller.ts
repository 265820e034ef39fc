import { Body, Controller, Get, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../auth/actor.js';
import { DuplicateRecordError, RecordNotFoundError, StaleVersionError } from '../errors/common.errors.js';
import { Operation } from '../http/operation.js';
import { HasIdParam, HasIfMatch, IdParam, IfMatch } from '../http/parameters.js';
import { Dictionaries } from './dictionaries.js';
import { DictionariesService } from './dictionaries.service.js';
import { DictionaryUsage } from './dictionary-usage.js';
import {
  AddDictionaryValueDto,
  ChangeDictionaryDto,
  ChangeDictionaryValueDto,
  CreateDictionaryDto,
  DictionaryDto,
  DictionaryUsageDto,
  OrderDictionaryDto,
} from './dictionary.dto.js';
import { ClosedDictionaryError } from './dictionary.errors.js';

@ApiTags('dictionaries')
@Controller()
export class DictionariesController {
  constructor(
    private readonly kept: Dictionaries,
    private readonly dictionaries: DictionariesService,
    private readonly usage: DictionaryUsage,
  ) {}

  @Get('dictionaries')
  @Operation({
    summary: 'List dictionaries with their values',
    access: 'signed-in',
    returns: [DictionaryDto],
  })
  listDictionaries(): readonly DictionaryDto[] {
    return this.kept.all();
  }

  @Post('dictionaries')
  @Operation({
    summary: 'Add a dictionary',
    access: 'dictionary:manage',
    returns: DictionaryDto,
    status: 201,
    errors: [DuplicateRecordError],
  })
  createDictionary(@Body() dto: CreateDictionaryDto, @CurrentActor() actor: Actor): Promise<DictionaryDto> {
    return this.dictionaries.create(dto, actor);
  }

  @Patch('dictionaries/:id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Rename a dictionary',
    access: 'dictionary:manage',
    returns: DictionaryDto,
    errors: [RecordNotFoundError, StaleVersionError],
  })
  changeDictionary(
    @IdParam() id: string,
    @Body() dto: ChangeDictionaryDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<DictionaryDto> {
    return this.dictionaries.change(id, dto, version, actor);
  }

  @Get('dictionaries/:id/usage')
  @HasIdParam()
  @Operation({
    summary: 'Count the records that have each value',
    access: 'dictionary:manage',
    returns: [DictionaryUsageDto],
    errors: [RecordNotFoundError],
  })
  readDictionaryUsage(@IdParam() id: string): Promise<DictionaryUsageDto[]> {
    return this.usage.of(id);
  }

  @Put('dictionaries/:id/order')
  @HasIdParam()
  @Operation({
    summary: 'Put the values of a dictionary in order',
    access: 'dictionary:manage',
    returns: DictionaryDto,
    errors: [RecordNotFoundError],
  })
  orderDictionary(
    @IdParam() id: string,
    @Body() dto: OrderDictionaryDto,
    @CurrentActor() actor: Actor,
  ): Promise<DictionaryDto> {
    return this.dictionaries.order(id, dto.valueIds, actor);
  }

  @Post('dictionaries/:id/values')
  @HasIdParam()
  @Operation({
    summary: 'Add a value',
    access: 'dictionary:manage',
    returns: DictionaryDto,
    status: 201,
    errors: [RecordNotFoundError, DuplicateRecordError, ClosedDictionaryError],
  })
  addDictionaryValue(
    @IdParam() id: string,
    @Body() dto: AddDictionaryValueDto,
    @CurrentActor() actor: Actor,
  ): Promise<DictionaryDto> {
    return this.dictionaries.addValue(id, dto, actor);
  }

  @Patch('dictionary-values/:id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Rename or colour a value',
    access: 'dictionary:manage',
    returns: DictionaryDto,
    errors: [RecordNotFoundError, StaleVersionError, DuplicateRecordError],
  })
  changeDictionaryValue(
    @IdParam() id: string,
    @Body() dto: ChangeDictionaryValueDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<DictionaryDto> {
    return this.dictionaries.changeValue(id, dto, version, actor);
  }

  @Post('dictionary-values/:id/retire')
  @HasIdParam()
  @Operation({
    summary: 'Retire a value: records keep it, nobody can choose it any more',
    access: 'dictionary:manage',
    returns: DictionaryDto,
    errors: [RecordNotFoundError, ClosedDictionaryError],
  })
  retireDictionaryValue(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<DictionaryDto> {
    return this.dictionaries.setRetired(id, true, actor);
  }

  @Post('dictionary-values/:id/restore')
  @HasIdParam()
  @Operation({
    summary: 'Offer a retired value again',
    access: 'dictionary:manage',
    returns: DictionaryDto,
    errors: [RecordNotFoundError, DuplicateRecordError, ClosedDictionaryError],
  })
  restoreDictionaryValue(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<DictionaryDto> {
    return this.dictionaries.setRetired(id, false, actor);
  }
}

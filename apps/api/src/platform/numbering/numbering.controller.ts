import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../auth/actor.js';
import { RecordNotFoundError, StaleVersionError } from '../errors/common.errors.js';
import { Operation } from '../http/operation.js';
import { HasIdParam, HasIfMatch, IdParam, IfMatch } from '../http/parameters.js';
import { ChangeNumberingRuleDto, NextNumberDto, NumberingRuleDto } from './numbering.dto.js';
import { NumberingService } from './numbering.service.js';

@ApiTags('numbering-rules')
@Controller('numbering-rules')
export class NumberingController {
  constructor(private readonly numbering: NumberingService) {}

  @Get()
  @Operation({
    summary: 'List the rules by which records get their numbers',
    access: 'numbering:manage',
    returns: [NumberingRuleDto],
  })
  listNumberingRules(@CurrentActor() actor: Actor): Promise<NumberingRuleDto[]> {
    return this.numbering.list(actor);
  }

  @Patch(':id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Change a numbering rule; numbers already given stay',
    access: 'numbering:manage',
    returns: NumberingRuleDto,
    errors: [RecordNotFoundError, StaleVersionError],
  })
  changeNumberingRule(
    @IdParam() id: string,
    @Body() dto: ChangeNumberingRuleDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<NumberingRuleDto> {
    return this.numbering.change(id, dto, version, actor);
  }

  @Post(':id/preview')
  @HasIdParam()
  @Operation({
    summary: 'Tell the next number under a changed rule, without saving it',
    access: 'numbering:manage',
    returns: NextNumberDto,
    errors: [RecordNotFoundError],
  })
  previewNumber(
    @IdParam() id: string,
    @Body() dto: ChangeNumberingRuleDto,
    @CurrentActor() actor: Actor,
  ): Promise<NextNumberDto> {
    return this.numbering.preview(id, dto, actor);
  }
}

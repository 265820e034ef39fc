import { Controller, Get, Query } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../auth/actor.js';
import { InvalidInputError } from '../errors/common.errors.js';
import { IdField, NestedField, TextField } from '../http/fields.js';
import { Operation } from '../http/operation.js';
import { SearchSources } from './search-sources.js';

class SearchHitDto {
  @IdField({ describe: 'Record.' }) readonly id!: string;
  @TextField({ describe: 'What to show first.' }) readonly title!: string;
  @TextField({ describe: 'What to show below.', nullable: true }) readonly subtitle!: string | null;
}

class SearchGroupDto {
  @TextField({ describe: 'Kind of record.', example: 'customer' }) readonly resource!: string;
  @NestedField(() => SearchHitDto, { describe: 'Newest first, few.', many: true })
  readonly items!: SearchHitDto[];
}

class SearchResultDto {
  @NestedField(() => SearchGroupDto, { describe: 'Kinds of records with hits.', many: true })
  readonly groups!: SearchGroupDto[];
}

@ApiTags('search')
@Controller('search')
export class SearchController {
  constructor(private readonly sources: SearchSources) {}

  @Get()
  @ApiQuery({
    name: 'q',
    required: true,
    schema: { type: 'string', minLength: 1, maxLength: 100 },
    description: 'Part of a name, pinyin initials, number or phone.',
  })
  @Operation({ summary: 'Search everything you may see', access: 'signed-in', returns: SearchResultDto })
  async searchEverything(@Query('q') q: unknown, @CurrentActor() actor: Actor): Promise<SearchResultDto> {
    if (typeof q !== 'string' || q.trim() === '') {
      throw new InvalidInputError([{ pointer: 'q', rule: 'required', detail: 'Say what to look for.' }]);
    }
    return { groups: await this.sources.find(q, actor) };
  }
}

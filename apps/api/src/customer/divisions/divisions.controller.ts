import { Controller, Get, Query } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import { Rows } from '../../platform/database/rows.js';
import { Operation } from '../../platform/http/operation.js';
import { DivisionListDto, PlaceListDto, type PlaceDto } from './division.dto.js';
import { divisionsBelow } from './divisions.js';

/** Steps from one place to the next in the index: as many steps as places, however many customers there are. */
const PLACES = `
  with recursive place as (
    (select c.province, c.city from customers c where c.deleted_at is null and c.province is not null and c.city is not null
      order by c.province, c.city limit 1)
    union all
    select next.province, next.city from place p cross join lateral (
      select c.province, c.city from customers c where c.deleted_at is null and c.province is not null and c.city is not null
         and (c.province, c.city) > (p.province, p.city) order by c.province, c.city limit 1) as next)
  select province, city from place limit 1000`;

@ApiTags('customers')
@Controller()
export class DivisionsController {
  constructor(private readonly rows: Rows) {}

  @Get('administrative-divisions')
  @ApiQuery({
    name: 'parent',
    required: false,
    schema: { type: 'string', maxLength: 6 },
    description: 'Code of the division above; provinces without one.',
  })
  @Operation({ summary: 'List administrative divisions', access: 'signed-in', returns: DivisionListDto })
  listDivisions(@Query('parent') parent?: unknown): DivisionListDto {
    return { items: divisionsBelow(typeof parent === 'string' ? parent : undefined) };
  }

  @Get('customer-places')
  @Operation({
    summary: 'List the provinces and cities in which there are customers',
    access: 'customer:read',
    returns: PlaceListDto,
  })
  async listCustomerPlaces(): Promise<PlaceListDto> {
    return { items: await this.rows.all<PlaceDto>(PLACES) };
  }
}

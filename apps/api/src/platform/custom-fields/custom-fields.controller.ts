import { Body, Controller, Get, Param, Patch, Post, Put, Query, Res } from '@nestjs/common';
import { ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, type Actor } from '../auth/actor.js';
import { DuplicateRecordError, RecordNotFoundError, StaleVersionError } from '../errors/common.errors.js';
import { Operation } from '../http/operation.js';
import { HasIdParam, HasIfMatch, IdParam, IfMatch } from '../http/parameters.js';
import {
  ChangeCustomFieldDto,
  ConversionDto,
  CreateCustomFieldDto,
  CustomFieldDto,
  CustomResourceDto,
  CustomValuesDto,
  OrderCustomFieldsDto,
  PreviewConversionDto,
  StoredCustomValuesDto,
} from './custom-field.dto.js';
import { NotConvertibleError } from './custom-field.errors.js';
import { CustomFieldsService } from './custom-fields.service.js';
import { CustomResources } from './custom-resource.js';
import { RecordValues } from './record-values.js';

const HasResourceParam = (): MethodDecorator =>
  ApiParam({ name: 'resource', schema: { type: 'string' }, description: 'Kind of record, `customer`.' });

@ApiTags('custom-fields')
@Controller()
export class CustomFieldsController {
  constructor(
    private readonly fields: CustomFieldsService,
    private readonly resources: CustomResources,
    private readonly values: RecordValues,
  ) {}

  @Get('custom-fields')
  @ApiQuery({
    name: 'resource',
    required: false,
    schema: { type: 'string' },
    description: 'Kind of record; all unless told.',
  })
  @Operation({
    summary: 'List custom fields, retired ones too, as far as the caller may see them',
    access: 'signed-in',
    returns: [CustomFieldDto],
  })
  listCustomFields(
    @Query('resource') resource: string | undefined,
    @CurrentActor() actor: Actor,
  ): CustomFieldDto[] {
    return this.fields.list(resource, actor);
  }

  @Get('custom-fields/resources')
  @Operation({
    summary: 'List the kinds of records that can have custom fields',
    access: 'signed-in',
    returns: [CustomResourceDto],
  })
  listCustomResources(): CustomResourceDto[] {
    return this.resources.all().map(({ resource, label, type }) => ({
      resource,
      labelZh: label.zh,
      labelEn: label.en,
      types: (type?.values ?? []).map(({ value, label: words }) => ({
        value,
        labelZh: words.zh,
        labelEn: words.en,
      })),
    }));
  }

  @Post('custom-fields')
  @Operation({
    summary: 'Add a custom field',
    access: 'custom-field:manage',
    returns: CustomFieldDto,
    status: 201,
    errors: [DuplicateRecordError],
  })
  createCustomField(
    @Body() dto: CreateCustomFieldDto,
    @CurrentActor() actor: Actor,
  ): Promise<CustomFieldDto> {
    return this.fields.create(dto, actor);
  }

  @Put('custom-fields/order/:resource')
  @HasResourceParam()
  @Operation({
    summary: 'Put the custom fields of a resource in order',
    access: 'custom-field:manage',
    returns: [CustomFieldDto],
  })
  orderCustomFields(
    @Param('resource') resource: string,
    @Body() dto: OrderCustomFieldsDto,
    @CurrentActor() actor: Actor,
  ): Promise<CustomFieldDto[]> {
    return this.fields.order(resource, dto.fieldIds, actor);
  }

  @Patch('custom-fields/:id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Change a custom field',
    description: 'A changed formula is calculated for all records, and an index made, by a job.',
    access: 'custom-field:manage',
    returns: CustomFieldDto,
    errors: [RecordNotFoundError, StaleVersionError, NotConvertibleError],
  })
  changeCustomField(
    @IdParam() id: string,
    @Body() dto: ChangeCustomFieldDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<CustomFieldDto> {
    return this.fields.change(id, dto, version, actor);
  }

  @Post('custom-fields/:id/preview-conversion')
  @HasIdParam()
  @Operation({
    summary: 'Tell what another kind would do to the values there are',
    access: 'custom-field:manage',
    returns: ConversionDto,
    errors: [RecordNotFoundError],
  })
  async previewConversion(
    @IdParam() id: string,
    @Body() dto: PreviewConversionDto,
    @CurrentActor() actor: Actor,
  ): Promise<ConversionDto> {
    const { records, convertible, examples } = await this.fields.preview(id, dto.kind, actor);
    return { records, convertible, examples };
  }

  @Post('custom-fields/:id/retire')
  @HasIdParam()
  @Operation({
    summary: 'Retire a custom field: its values stay readable, none can be entered',
    access: 'custom-field:manage',
    returns: CustomFieldDto,
    errors: [RecordNotFoundError],
  })
  retireCustomField(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<CustomFieldDto> {
    return this.fields.setRetired(id, true, actor);
  }

  @Post('custom-fields/:id/restore')
  @HasIdParam()
  @Operation({
    summary: 'Use a retired custom field again',
    access: 'custom-field:manage',
    returns: CustomFieldDto,
    errors: [RecordNotFoundError],
  })
  restoreCustomField(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<CustomFieldDto> {
    return this.fields.setRetired(id, false, actor);
  }

  @Patch('custom-values/:resource/:id')
  @HasResourceParam()
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: "Change a record's custom values",
    description: "Needs the permission to change the record, within the caller's data scope.",
    access: 'signed-in',
    returns: StoredCustomValuesDto,
    errors: [RecordNotFoundError, StaleVersionError],
  })
  changeCustomValues(
    @Param('resource') resource: string,
    @IdParam() id: string,
    @Body() dto: CustomValuesDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<StoredCustomValuesDto> {
    return this.values.change(resource, id, dto.custom, version, actor);
  }

  @Get('custom-values/:resource/:id/files/:fileId')
  @HasResourceParam()
  @HasIdParam()
  @HasIdParam('fileId')
  @Operation({
    summary: "Download a file attached to a record's custom field",
    access: 'signed-in',
    produces: 'application/octet-stream',
    errors: [RecordNotFoundError],
  })
  downloadAttachment(
    @Param('resource') resource: string,
    @IdParam() id: string,
    @IdParam('fileId') fileId: string,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.values.download(resource, id, fileId, actor, reply);
  }
}

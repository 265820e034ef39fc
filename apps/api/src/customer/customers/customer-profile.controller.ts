import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import {
  IllegalActionError,
  RecordNotFoundError,
  StaleVersionError,
} from '../../platform/errors/common.errors.js';
import { Operation } from '../../platform/http/operation.js';
import { HasIdParam, HasIfMatch, IdParam, IfMatch } from '../../platform/http/parameters.js';
import { ConvertCustomerDto, StageChangeListDto } from './conversion.dto.js';
import { ConversionService } from './conversion.service.js';
import { AddressListDto, FinanceDto, KeepAddressesDto, KeepFinanceDto } from './customer-profile.dto.js';
import { CustomerProfileService } from './customer-profile.service.js';
import { CustomerDto } from './customer.dto.js';
import { CUSTOMER_ACTIONS } from './customer.transitions.js';

const errors = [RecordNotFoundError];

@ApiTags('customers')
@Controller('customers/:id')
export class CustomerProfileController {
  constructor(
    private readonly profile: CustomerProfileService,
    private readonly conversion: ConversionService,
  ) {}

  @Get('addresses')
  @HasIdParam()
  @Operation({
    summary: "List a customer's addresses",
    access: 'customer:read',
    returns: AddressListDto,
    errors,
  })
  listAddresses(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<AddressListDto> {
    return this.profile.addresses(id, actor);
  }

  @Put('addresses')
  @HasIdParam()
  @Operation({
    summary: "Make a customer's addresses exactly these",
    access: 'customer:change',
    returns: AddressListDto,
    errors,
  })
  keepAddresses(
    @IdParam() id: string,
    @Body() dto: KeepAddressesDto,
    @CurrentActor() actor: Actor,
  ): Promise<AddressListDto> {
    return this.profile.keepAddresses(id, dto.items, actor);
  }

  @Get('finance')
  @HasIdParam()
  @Operation({
    summary: "Read a customer's bank account and invoice data",
    access: 'customer:see-finance',
    returns: FinanceDto,
    errors,
  })
  readFinance(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<FinanceDto> {
    return this.profile.finance(id, actor);
  }

  @Put('finance')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: "Change a customer's bank account and invoice data",
    description: 'What is left out stays.',
    access: 'customer:change-finance',
    returns: FinanceDto,
    errors: [...errors, StaleVersionError],
  })
  keepFinance(
    @IdParam() id: string,
    @Body() dto: KeepFinanceDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<FinanceDto> {
    return this.profile.keepFinance(id, dto, version, actor);
  }

  @Post('convert')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Make a potential customer a formal one',
    access: CUSTOMER_ACTIONS.convert.permission,
    returns: CustomerDto,
    errors: [...errors, StaleVersionError, IllegalActionError],
  })
  convertCustomer(
    @IdParam() id: string,
    @Body() dto: ConvertCustomerDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<CustomerDto> {
    return this.conversion.convert(id, dto, version, actor);
  }

  @Get('stage-changes')
  @HasIdParam()
  @Operation({
    summary: "List the changes of a customer's stage and life cycle",
    access: 'customer:read',
    returns: StageChangeListDto,
    errors,
  })
  listStageChanges(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<StageChangeListDto> {
    return this.conversion.changes(id, actor);
  }
}

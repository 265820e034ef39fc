import { Body, Controller, Delete, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import {
  IllegalActionError,
  RecordNotFoundError,
  StaleVersionError,
} from '../../platform/errors/common.errors.js';
import { Operation } from '../../platform/http/operation.js';
import { HasIdParam, HasIfMatch, IdParam, IfMatch } from '../../platform/http/parameters.js';
import { ListOperation, ListQuery } from '../../platform/lists/list-operation.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import { Lists, type Page } from '../../platform/lists/lists.js';
import { RecycleBin } from '../../platform/recycle-bin/recycle-bin.js';
import {
  AppointmentDto,
  ChangeAppointmentDto,
  CompleteAppointmentDto,
  CreateAppointmentDto,
} from './appointment.dto.js';
import { appointmentList } from './appointment.list.js';
import { AppointmentsService, withAppointmentActions } from './appointments.service.js';

const access = 'activity:write';
const errors = [RecordNotFoundError, StaleVersionError];

@ApiTags('calendar')
@Controller('appointments')
export class AppointmentsController {
  constructor(
    private readonly appointments: AppointmentsService,
    private readonly lists: Lists,
    private readonly bin: RecycleBin,
  ) {}

  @Get()
  @ListOperation(appointmentList, AppointmentDto, 'List appointments')
  async listAppointments(
    @ListQuery() query: RawQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<AppointmentDto>> {
    const page = await this.lists.page<AppointmentDto>(appointmentList, query, actor);
    return { ...page, items: page.items.map(withAppointmentActions) };
  }

  @Post()
  @Operation({ summary: 'Plan an appointment', access, returns: AppointmentDto, status: 201 })
  createAppointment(
    @Body() dto: CreateAppointmentDto,
    @CurrentActor() actor: Actor,
  ): Promise<AppointmentDto> {
    return this.appointments.create(dto, actor);
  }

  @Get(':id')
  @HasIdParam()
  @Operation({
    summary: 'Read one appointment',
    access,
    returns: AppointmentDto,
    errors: [RecordNotFoundError],
  })
  readAppointment(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<AppointmentDto> {
    return this.appointments.read(id, actor);
  }

  @Patch(':id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Change or move an appointment',
    access,
    returns: AppointmentDto,
    errors: [...errors, IllegalActionError],
  })
  changeAppointment(
    @IdParam() id: string,
    @Body() dto: ChangeAppointmentDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<AppointmentDto> {
    return this.appointments.change(id, dto, version, actor);
  }

  @Post(':id/complete')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Mark an appointment as done and log what became of it',
    access,
    returns: AppointmentDto,
    errors: [...errors, IllegalActionError],
  })
  completeAppointment(
    @IdParam() id: string,
    @Body() dto: CompleteAppointmentDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<AppointmentDto> {
    return this.appointments.complete(id, dto, version, actor);
  }

  @Delete(':id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({ summary: 'Put an appointment into the recycle bin', access, status: 204, errors })
  deleteAppointment(
    @IdParam() id: string,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.bin.put('appointment', id, version, actor);
  }
}

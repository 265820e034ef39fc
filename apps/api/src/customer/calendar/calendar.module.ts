import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../activities/activities.module.js';
import { AppointmentReminders } from './appointment-reminders.js';
import { AppointmentSetup } from './appointment.setup.js';
import { AppointmentsController } from './appointments.controller.js';
import { AppointmentsService } from './appointments.service.js';
import { CalendarController } from './calendar.controller.js';
import { CalendarSources } from './calendar-sources.js';
import { CalendarService } from './calendar.service.js';
import { CustomerCalendar } from './customer-calendar.js';

@Module({
  imports: [ActivitiesModule],
  controllers: [AppointmentsController, CalendarController],
  providers: [
    AppointmentsService,
    AppointmentSetup,
    AppointmentReminders,
    CalendarSources,
    CalendarService,
    CustomerCalendar,
  ],
  exports: [CalendarSources],
})
export class CalendarModule {}

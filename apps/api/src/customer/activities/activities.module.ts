import { Module } from '@nestjs/common';
import { TaskBulk } from '../tasks/task.bulk.js';
import { TasksController } from '../tasks/tasks.controller.js';
import { TasksService } from '../tasks/tasks.service.js';
import { ActivitiesController } from './activities.controller.js';
import { ActivitiesService } from './activities.service.js';
import './activity.permissions.js';
import { ActivitySetup } from './activity.setup.js';
import { Reminders } from './reminders.js';

@Module({
  controllers: [ActivitiesController, TasksController],
  providers: [ActivitiesService, TasksService, ActivitySetup, Reminders, TaskBulk],
  exports: [ActivitiesService],
})
export class ActivitiesModule {}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { BulkResources } from '../../platform/bulk/bulk-resource.js';
import { ChangeTaskDto } from './task.dto.js';
import { taskList } from './task.list.js';
import { TasksService } from './tasks.service.js';

const permission = 'activity:write';

@Injectable()
export class TaskBulk implements OnModuleInit {
  constructor(
    private readonly resources: BulkResources,
    private readonly tasks: TasksService,
  ) {}

  onModuleInit(): void {
    this.resources.register({
      list: taskList,
      label: { zh: '任务', en: 'Tasks' },
      title: 'title',
      actions: {
        change: {
          permission,
          values: { type: ChangeTaskDto, fields: ['assigneeId', 'dueOn', 'priority'] },
          run: (id, values, version, actor) => this.tasks.change(id, values, version, actor),
        },
        complete: {
          permission,
          run: (id, _, version, actor) => this.tasks.complete(id, version, actor),
        },
      },
    });
  }
}

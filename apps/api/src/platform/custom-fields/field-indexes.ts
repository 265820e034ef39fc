import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { JobHandlers, type JobContext } from '../jobs/job-handler.js';
import { CustomResources, tableOf } from './custom-resource.js';

/** Makes and drops the index of a field: a job, because on a large table it takes seconds in which writers wait. */
@Injectable()
export class FieldIndexes implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly work: UnitOfWork,
    private readonly resources: CustomResources,
  ) {}

  onModuleInit(): void {
    this.handlers.register<{ fieldId: string }>({
      kind: 'custom-field.index',
      run: ({ fieldId }, context) => this.index(fieldId, context),
    });
  }

  /** As the field says now, whatever was asked when: jobs may overtake one another. */
  private async index(fieldId: string, context: JobContext): Promise<{ isIndexed: boolean }> {
    await context.progress(0, null, 'index');
    return this.work.run(context.actor, 'custom-field.index', async (unit) => {
      const [field] = await unit.query<{ resource: string; isIndexed: boolean }>(
        `select resource, is_indexed as "isIndexed" from custom_fields where id = $1 for update`,
        [fieldId],
      );
      const target = field && this.resources.find(field.resource);
      if (!field || !target) return { isIndexed: false };
      await unit.query(`select index_custom_field($1, $2, $3)`, [tableOf(target), fieldId, field.isIndexed]);
      return { isIndexed: field.isIndexed };
    });
  }
}

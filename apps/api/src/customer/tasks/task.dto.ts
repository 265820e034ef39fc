import {
  DateField,
  EnumField,
  FlagField,
  IdField,
  InstantField,
  IntegerField,
  TextField,
  TextListField,
} from '../../platform/http/fields.js';
import { TASK_PRIORITIES, type TaskPriority } from './task.entity.js';

const left = { optional: true, nullable: true } as const;

export class TaskDto {
  @IdField({ describe: 'Task id.' }) readonly id!: string;
  @TextField({ describe: 'What is to be done.', example: '寄样品' }) readonly title!: string;
  @TextField({ describe: 'What else is to say of it.', nullable: true, max: 2000 }) readonly note!:
    string | null;
  @EnumField({ describe: 'Priority.', values: TASK_PRIORITIES }) readonly priority!: TaskPriority;
  @DateField({ describe: 'Day by which.', nullable: true }) readonly dueOn!: string | null;
  @EnumField({ describe: 'Open or done.', values: ['open', 'done'] }) readonly state!: 'open' | 'done';
  @FlagField({ describe: 'Open, and its day is over.' }) readonly isOverdue!: boolean;
  @InstantField({ describe: 'When it was done.', nullable: true }) readonly doneAt!: Date | null;
  @IdField({ describe: 'Customer.', nullable: true }) readonly customerId!: string | null;
  @TextField({ describe: 'Name of the customer.', nullable: true }) readonly customerName!: string | null;
  @IdField({ describe: 'Contact.', nullable: true }) readonly contactId!: string | null;
  @IdField({ describe: 'Opportunity.', nullable: true }) readonly opportunityId!: string | null;
  @IdField({ describe: 'Who is to do it.' }) readonly assigneeId!: string;
  @TextField({ describe: 'Name of that person.' }) readonly assigneeName!: string;
  @TextField({ describe: 'Who asked for it.' }) readonly createdByName!: string;
  @InstantField({ describe: 'When it was entered.' }) readonly createdAt!: Date;
  @IntegerField({ describe: 'Version for `If-Match`.', example: 1 }) readonly version!: number;
  @TextListField({ describe: 'What the caller may do next.' }) readonly allowedActions!: string[];
}

class TaskInputDto {
  @TextField({ describe: 'What else is to say of it.', ...left, max: 2000 }) readonly note?: string | null;
  @EnumField({ describe: 'Priority.', values: TASK_PRIORITIES, optional: true })
  readonly priority?: TaskPriority;
  @DateField({ describe: 'Day by which.', ...left }) readonly dueOn?: string | null;
  @IdField({ describe: 'Who is to do it; you where left out.', optional: true }) readonly assigneeId?: string;
}

export class CreateTaskDto extends TaskInputDto {
  @TextField({ describe: 'What is to be done.', max: 200, example: '寄样品' }) readonly title!: string;
  @IdField({ describe: "Customer; the opportunity's where left out.", ...left }) readonly customerId?:
    string | null;
  @IdField({ describe: 'Contact of the customer.', ...left }) readonly contactId?: string | null;
  @IdField({ describe: 'Opportunity of the customer.', ...left }) readonly opportunityId?: string | null;
}

export class ChangeTaskDto extends TaskInputDto {
  @TextField({ describe: 'What is to be done.', max: 200, optional: true }) readonly title?: string;
}

import {
  DateField,
  IdField,
  IntegerField,
  JsonField,
  MoneyField,
  NestedField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';

const unseen = 'null for whoever may not see such records';

/** One person's work in the period. Each figure counts rows of a list, with the filters named, as the caller sees it. */
export class MemberWorkDto {
  @IdField({ describe: 'Person.' }) readonly userId!: string;
  @TextField({ describe: 'Name.' }) readonly name!: string;
  @TextField({ describe: 'Department.', nullable: true }) readonly departmentName!: string | null;
  @IntegerField({ describe: 'Reports of days of the period.' }) readonly handedIn!: number;
  @IntegerField({ describe: 'Of those, handed in late.' }) readonly late!: number;
  @IntegerField({ describe: 'Of those, read by nobody yet.' }) readonly unread!: number;
  @TextListField({ describe: 'Working days up to today without a report.', example: ['2026-03-02'] })
  readonly missingDays!: string[];
  @IntegerField({ describe: `Activities (\`authorId\`, \`occurredAt\`); ${unseen}.`, nullable: true })
  readonly activities!: number | null;
  @JsonField({ describe: 'Activities by kind.', example: { call: 12, visit: 3 } })
  readonly byKind!: Record<string, number>;
  @IntegerField({ describe: `Customers met with in them, notes apart; ${unseen}.`, nullable: true })
  readonly customers!: number | null;
  @IntegerField({ describe: `Deals begun (\`ownerId\`, \`createdAt\`); ${unseen}.`, nullable: true })
  readonly newDeals!: number | null;
  @IntegerField({ describe: `Deals won (\`ownerId\`, \`closedOn\`); ${unseen}.`, nullable: true })
  readonly wonDeals!: number | null;
  @MoneyField({ describe: 'What those are worth, CNY.', nullable: true }) readonly wonValue!: string | null;
  @IntegerField({ describe: `Tasks overdue now (\`assigneeId\`, \`isOverdue\`); ${unseen}.`, nullable: true })
  readonly overdueTasks!: number | null;
  @IntegerField({ describe: `Open tasks due in the week after (\`dueOn\`); ${unseen}.`, nullable: true })
  readonly plannedTasks!: number | null;
  @IntegerField({
    describe: `Appointments of that week, done or not (\`assigneeId\`, \`startsAt\`); ${unseen}.`,
    nullable: true,
  })
  readonly plannedAppointments!: number | null;
  @IntegerField({ describe: `Customers to follow up in that week (\`nextFollowUpOn\`).`, nullable: true })
  readonly plannedFollowUps!: number | null;
}

export class TeamWorkDto {
  @DateField({ describe: 'First day.' }) readonly from!: string;
  @DateField({ describe: 'Last day.' }) readonly to!: string;
  @DateField({ describe: 'First day of the week after.' }) readonly plannedFrom!: string;
  @DateField({ describe: 'Last day of the week after.' }) readonly plannedTo!: string;
  @NestedField(() => MemberWorkDto, {
    describe: 'People of the caller’s scope who owe reports.',
    many: true,
  })
  readonly members!: MemberWorkDto[];
}

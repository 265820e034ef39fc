import type { FieldDeclaration, FormValues } from '../../../shared/form/field-declaration';
import type { ReportSettings } from '../daily-report.queries';

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  text: `${String(hour).padStart(2, '0')}:00`,
}));
const title = (key: string) => `dailyReports.settings.${key}`;

export const settingsFields: FieldDeclaration[] = [
  {
    key: 'workdays',
    title: title('workdays'),
    hint: title('workdaysHint'),
    kind: 'options',
    options: DAYS.map((value) => ({ value, title: title(`days.${value}`) })),
    isMultiple: true,
    isRequired: true,
    isWide: true,
  },
  {
    key: 'remindAtHour',
    title: title('remindAtHour'),
    hint: title('remindHint'),
    kind: 'options',
    options: HOURS,
    isRequired: true,
  },
  {
    key: 'dueAtHour',
    title: title('dueAtHour'),
    hint: title('dueHint'),
    kind: 'options',
    options: HOURS,
    isRequired: true,
  },
];

/** Hours are chosen as text. */
export const asFormValues = ({ workdays, remindAtHour, dueAtHour }: ReportSettings): FormValues => ({
  workdays,
  remindAtHour: String(remindAtHour),
  dueAtHour: String(dueAtHour),
});

export const asChanges = ({ workdays, remindAtHour, dueAtHour }: FormValues) => ({
  ...(workdays !== undefined && { workdays: (workdays ?? []) as ReportSettings['workdays'] }),
  ...(remindAtHour !== undefined && { remindAtHour: Number(remindAtHour) }),
  ...(dueAtHour !== undefined && { dueAtHour: Number(dueAtHour) }),
});

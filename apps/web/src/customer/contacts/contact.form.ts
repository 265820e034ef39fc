import type { FieldDeclaration } from '../../shared/form/field-declaration';
import { customerPicker } from '../opportunities/opportunity.queries';
import ConsentsInput from './components/ConsentsInput.vue';
import { CHANNELS, INFLUENCES, ROLES, STATES } from './contact.list';

const title = (key: string) => `contacts.fields.${key}`;
const text = (key: string, maxLength: number) =>
  ({ key, title: title(key), kind: 'text', maxLength }) as const;

/** Of which customer is asked only where it is not known; whether he left only of who is there already. */
export const contactFields = ({ asksCustomer = false, isNew = true } = {}): FieldDeclaration[] => [
  ...(asksCustomer
    ? [
        {
          key: 'customerId',
          title: title('customer'),
          kind: 'select',
          source: customerPicker,
          isRequired: true,
          isWide: true,
        } as const,
      ]
    : []),
  { ...text('name', 60), isRequired: true },
  text('title', 60),
  { key: 'role', title: title('role'), kind: 'options', options: ROLES },
  { key: 'influence', title: title('influence'), kind: 'options', options: INFLUENCES },
  text('department', 60),
  { key: 'phone', title: title('phone'), kind: 'phone', maxLength: 40 },
  text('wechatId', 60),
  { key: 'email', title: title('email'), kind: 'email', maxLength: 254 },
  { key: 'preferredChannel', title: title('preferredChannel'), kind: 'options', options: CHANNELS },
  { key: 'birthday', title: title('birthday'), kind: 'day' },
  { key: 'isPrimary', title: title('isPrimary'), kind: 'flag' },
  ...(isNew
    ? []
    : [
        { key: 'state', title: title('state'), kind: 'options', options: STATES, isRequired: true } as const,
        {
          key: 'leftOn',
          title: title('leftOn'),
          kind: 'day',
          isShown: ({ state }: Record<string, unknown>) => state === 'left',
        } as const,
      ]),
  {
    key: 'consents',
    title: title('consents'),
    hint: 'contacts.consentHint',
    kind: 'own',
    input: ConsentsInput,
    isWide: true,
  },
  { key: 'note', title: title('note'), kind: 'long-text', maxLength: 2000 },
];

export function moveFields(isRefused: () => boolean): FieldDeclaration[] {
  return [
    {
      key: 'customerId',
      title: 'contacts.move.to',
      kind: 'select',
      source: customerPicker,
      isRequired: true,
      isWide: true,
    },
    { key: 'reason', title: 'contacts.move.reason', kind: 'text', maxLength: 500, isWide: true },
    {
      key: 'detach',
      title: 'contacts.move.detach',
      kind: 'flag',
      isWide: true,
      isShown: isRefused,
    },
  ];
}

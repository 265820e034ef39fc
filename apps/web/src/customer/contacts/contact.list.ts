import type { ListDeclaration, Option } from '../../shared/list/list-declaration';
import { userSource } from '../../shared/select/user.queries';
import { customerPicker } from '../opportunities/opportunity.queries';
import { type Contact, contactSource } from './contact.queries';

const options = (
  group: string,
  values: readonly string[],
  tones: Readonly<Record<string, Option['tone']>> = {},
): Option[] => values.map((value) => ({ value, title: `contacts.${group}.${value}`, tone: tones[value] }));

export const ROLES = options(
  'roles',
  ['decision-maker', 'influencer', 'user', 'purchaser', 'gatekeeper', 'finance', 'other'],
  { 'decision-maker': 'success' },
);
export const INFLUENCES = options('influences', ['high', 'medium', 'low'], {
  high: 'danger',
  medium: 'warning',
  low: 'info',
});
export const CHANNELS = options('channels', ['call', 'wechat', 'e-mail', 'sms', 'visit']);
export const STATES = options('states', ['active', 'left'], { left: 'info' });
export const CONSENTS = options('consents', ['allowed', 'refused'], {
  allowed: 'success',
  refused: 'danger',
});
/** In how many days. */
const SOON: Option[] = ['0', '7', '30', '90'].map((value) => ({ value, title: `contacts.soon.in${value}` }));

const words = (key: keyof Contact, all: readonly Option[]) =>
  ({ key, title: `contacts.fields.${key}`, kind: 'options', options: all }) as const;

export const contactList: ListDeclaration<Contact> = {
  source: contactSource,
  resource: 'contact',
  exports: 'contact',
  create: { permission: 'customer:change', title: 'contacts.create' },
  defaultSort: '-createdAt',
  searchHint: 'contacts.searchHint',
  columns: [
    {
      key: 'name',
      edits: 'name',
      title: 'contacts.fields.name',
      isTitle: true,
      isSortable: true,
      width: 110,
    },
    { key: 'customerName', title: 'contacts.fields.customer', width: 200, onCard: true },
    { key: 'title', edits: 'title', title: 'contacts.fields.title', width: 110, onCard: true },
    { ...words('role', ROLES), edits: 'role', width: 130, onCard: true },
    { ...words('influence', INFLUENCES), edits: 'influence', width: 95 },
    { key: 'phone', edits: 'phone', title: 'contacts.fields.phone', width: 125, onCard: true },
    { key: 'wechatId', edits: 'wechatId', title: 'contacts.fields.wechatId', width: 120 },
    { key: 'email', edits: 'email', title: 'contacts.fields.email', width: 180, isHidden: true },
    {
      key: 'department',
      edits: 'department',
      title: 'contacts.fields.department',
      width: 110,
      isHidden: true,
    },
    { ...words('preferredChannel', CHANNELS), edits: 'preferredChannel', width: 110 },
    { ...words('consentCall', CONSENTS), width: 90 },
    { ...words('consentWechat', CONSENTS), width: 90, isHidden: true },
    { ...words('consentEmail', CONSENTS), width: 90, isHidden: true },
    { ...words('consentSms', CONSENTS), width: 90, isHidden: true },
    {
      key: 'birthday',
      edits: 'birthday',
      title: 'contacts.fields.birthday',
      kind: 'day',
      isSortable: true,
      width: 120,
      onCard: true,
    },
    { ...words('state', STATES), width: 90 },
    { key: 'leftOn', title: 'contacts.fields.leftOn', kind: 'day', width: 120, isHidden: true },
    { key: 'isPrimary', title: 'contacts.fields.isPrimary', kind: 'flag', width: 100, isHidden: true },
    { key: 'ownerName', title: 'contacts.fields.owner', width: 100 },
    {
      key: 'createdAt',
      title: 'contacts.fields.createdAt',
      kind: 'instant',
      isSortable: true,
      width: 160,
      isHidden: true,
    },
  ],
  filters: [
    { kind: 'options', param: 'role', title: 'contacts.fields.role', options: ROLES },
    { kind: 'options', param: 'influence', title: 'contacts.fields.influence', options: INFLUENCES },
    { kind: 'options', param: 'birthdayWithin', title: 'contacts.birthdayWithin', options: SOON },
    { kind: 'options', param: 'state', title: 'contacts.fields.state', options: STATES },
    { kind: 'options', param: 'allows', title: 'contacts.allows', options: CHANNELS },
    { kind: 'options', param: 'refuses', title: 'contacts.refuses', options: CHANNELS },
    {
      kind: 'options',
      param: 'preferredChannel',
      title: 'contacts.fields.preferredChannel',
      options: CHANNELS,
    },
    { kind: 'select', param: 'customerId', title: 'contacts.fields.customer', source: customerPicker },
    { kind: 'select', param: 'ownerId', title: 'contacts.fields.owner', source: userSource },
    { kind: 'flag', param: 'isPrimary', title: 'contacts.fields.isPrimary' },
    { kind: 'days', param: 'createdAt', title: 'contacts.fields.createdAt' },
  ],
};

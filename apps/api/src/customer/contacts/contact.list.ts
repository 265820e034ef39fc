import { maskedPhone } from '../../platform/auth/sensitive-fields.js';
import { defineList } from '../../platform/lists/list-definition.js';
import { CONTACT_CHANNELS, CONTACT_INFLUENCES, CONTACT_ROLES, CONTACT_STATES } from './contact.entity.js';

const consentBy = (channel: string) =>
  `(select s.state from contact_consents s where s.contact_id = k.id and s.channel = '${channel}')`;
const CONSENTS = `(select coalesce(jsonb_agg(jsonb_build_object('channel', s.channel, 'state', s.state, 'decidedOn', s.decided_on, 'source', s.source)
  order by s.channel), '[]') from contact_consents s where s.contact_id = k.id)`;
const saying = (state: string) =>
  `exists (select 1 from contact_consents s where s.contact_id = k.id and s.state = '${state}' and s.channel = any(?))`;
const words = { kind: 'any-of', type: 'text' } as const;

/** Contacts are seen with their customer: its owner and department decide. */
export const contactList = defineList({
  resource: 'contact',
  permission: 'customer:read',
  table: 'contacts k',
  joins: 'join customers c on c.id = k.customer_id left join users u on u.id = c.owner_id',
  key: 'k.id',
  columns: {
    id: 'k.id',
    customerId: 'k.customer_id',
    customerName: 'c.name',
    name: 'k.name',
    title: 'k.title',
    department: 'k.department',
    role: 'k.role',
    influence: 'k.influence',
    phone: { sql: 'k.phone', permission: 'customer:see-phone', masked: maskedPhone('k.phone') },
    email: 'k.email',
    // Most ids are phone numbers.
    wechatId: { sql: 'k.wechat_id', permission: 'customer:see-phone', masked: maskedPhone('k.wechat_id') },
    preferredChannel: 'k.preferred_channel',
    birthday: 'k.birthday',
    state: 'k.state',
    leftOn: 'k.left_on',
    isPrimary: 'k.is_primary',
    consentCall: consentBy('call'),
    consentWechat: consentBy('wechat'),
    consentEmail: consentBy('e-mail'),
    consentSms: consentBy('sms'),
    consents: CONSENTS,
    note: 'k.note',
    createdAt: 'k.created_at',
    version: 'k.version',
    custom: 'k.custom',
    ownerId: 'c.owner_id',
    ownerName: 'u.display_name',
    departmentId: 'c.department_id',
  },
  filters: {
    customerId: { kind: 'any-of', sql: 'k.customer_id', type: 'uuid', describe: 'Customer.' },
    isPrimary: { kind: 'any-of', sql: 'k.is_primary', type: 'boolean', describe: 'The one to call first.' },
    role: { ...words, sql: 'k.role', values: CONTACT_ROLES, describe: 'Part in the decision to buy.' },
    influence: { ...words, sql: 'k.influence', values: CONTACT_INFLUENCES, describe: 'How much it weighs.' },
    state: { ...words, sql: 'k.state', values: CONTACT_STATES, describe: 'Still with the firm, or gone.' },
    preferredChannel: {
      ...words,
      sql: 'k.preferred_channel',
      values: CONTACT_CHANNELS,
      describe: 'How to reach first.',
    },
    allows: { ...words, sql: saying('allowed'), values: CONTACT_CHANNELS, describe: 'Allows this way.' },
    refuses: { ...words, sql: saying('refused'), values: CONTACT_CHANNELS, describe: 'Refuses this way.' },
    birthdayWithin: {
      kind: 'any-of',
      sql: 'k.birthday_key = any(birthdays_within(?))',
      type: 'integer',
      describe: 'Has a birthday in so many days from today, today included; at most 366.',
    },
    ownerId: { kind: 'any-of', sql: 'c.owner_id', type: 'uuid', describe: 'Owner of the customer.' },
    createdAt: { kind: 'range', sql: 'k.created_at', type: 'timestamptz', describe: 'When it was entered.' },
  },
  sorts: {
    createdAt: { sql: 'k.created_at', type: 'timestamptz' },
    name: { sql: 'k.name collate "zh-x-icu"', type: 'text' },
    birthday: { sql: 'coalesce(k.birthday_key, 1300)', type: 'integer' },
  },
  defaultSort: '-createdAt',
  search: {
    sql: 'k.search_text',
    prefixSql: 'k.search_text',
    open: {
      permission: 'customer:see-phone',
      sql: `lower(k.name || ' ' || k.initials || ' ' || coalesce(k.email, '') || ' ' || coalesce(k.department, ''))`,
    },
  },
  scope: { owner: 'c.owner_id', department: 'c.department_id' },
  where: 'k.deleted_at is null and c.deleted_at is null',
});

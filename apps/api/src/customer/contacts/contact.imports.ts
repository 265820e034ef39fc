import type { Unit } from '../../platform/database/unit-of-work.js';
import type { ImportField, ImportResource } from '../../platform/imports/import-resource.js';
import { pinyinInitials } from '../../platform/text/pinyin-initials.js';

const text = (
  name: string,
  max: number,
  zh: string,
  en: string,
  headers: readonly string[],
): ImportField => ({
  name,
  column: name,
  type: 'text',
  max,
  label: { zh, en },
  headers,
});

/** Field of a file → way of which it says whether it is allowed. */
const CONSENTS = {
  consentCall: { channel: 'call', zh: '允许电话', en: 'Allows calls' },
  consentWechat: { channel: 'wechat', zh: '允许微信', en: 'Allows WeChat' },
  consentEmail: { channel: 'e-mail', zh: '允许邮件', en: 'Allows e-mail' },
  consentSms: { channel: 'sms', zh: '允许短信', en: 'Allows SMS' },
} as const;

const consentFields = Object.entries(CONSENTS).map(([name, { zh, en }]): ImportField => ({
  name,
  column: null,
  type: 'choice',
  choices: {
    allowed: ['允许', 'Allowed', '同意', '是', 'yes', 'true'],
    refused: ['拒绝', 'Refused', '不同意', '不允许', '否', 'no', 'false'],
  },
  label: { zh, en },
  headers: [zh, en, `${zh}联系`],
}));

/** A file says what nobody has noted yet; it never takes back what somebody said herself. */
async function keepConsents(unit: Unit, first: string, fields: readonly string[]): Promise<void> {
  for (const [field, { channel }] of Object.entries(CONSENTS))
    if (fields.includes(field))
      await unit.query(
        `insert into contact_consents (contact_id, channel, state, source)
           select f.id, '${channel}', f."${field}", '文件导入' from ${first} f join contacts k on k.id = f.id where f."${field}" is not null
         on conflict (contact_id, channel) do nothing`,
      );
}

/** A contact's only where the customer has a number of its own, or where they bear the contact's number. */
const PHONES = ['电话', '手机', '手机号', '手机号码', '移动电话', '联系电话', '联系方式', 'phone', 'mobile'];

export const CONTACT_IMPORT: ImportResource = {
  resource: 'contact',
  label: { zh: '联系人', en: 'Contact' },
  table: 'contacts',
  audited: 'contact',
  permission: 'customer:change',
  key: ['customer', 'name'],
  perRow: 3,
  hasRecycleBin: true,
  derived: { initials: { from: 'name', make: pinyinInitials } },
  references: [{ name: 'customer', resource: 'customer', column: 'customer_id' }],
  onCreate: { state: `'active'` },
  settle: keepConsents,
  fields: [
    text('name', 60, '联系人', 'Contact', [
      '联系人',
      '联系人姓名',
      '联系人名称',
      '首要联系人',
      '主要联系人',
      '客户联系人',
      '联络人',
      'contact',
      'contact name',
      'contactname',
      'contact_name',
    ]),
    text('title', 60, '联系人职务', 'Contact title', [
      '职务',
      '职位',
      '联系人职务',
      '联系人职位',
      '首要联系人职务',
      '首要联系人职位',
      'contact title',
      'contacttitle',
      'contact_title',
    ]),
    text('department', 60, '联系人部门', 'Contact department', [
      '联系人部门',
      '联系人所在部门',
      'contact department',
    ]),
    {
      name: 'role',
      column: 'role',
      type: 'choice',
      choices: {
        'decision-maker': ['决策人', 'Decision maker', '决策者', '拍板人'],
        influencer: ['影响者', 'Influencer', '影响人'],
        user: ['使用者', 'User', '使用人'],
        purchaser: ['采购', 'Purchaser', '采购人', 'buyer'],
        gatekeeper: ['把关人', 'Gatekeeper', '技术把关'],
        finance: ['财务', 'Finance'],
        other: ['其他', 'Other'],
      },
      label: { zh: '决策角色', en: 'Role in the decision' },
      headers: ['决策角色', '联系人角色', 'role in the decision', 'contact role', 'buying role'],
    },
    {
      name: 'influence',
      column: 'influence',
      type: 'choice',
      choices: { high: ['高', 'High'], medium: ['中', 'Medium'], low: ['低', 'Low'] },
      label: { zh: '影响力', en: 'Influence' },
      headers: ['影响力', '影响程度', 'influence'],
    },
    {
      ...text('phone', 40, '联系人电话', 'Contact phone', [
        '联系人电话',
        '联系人手机',
        '联系人手机号',
        '联系人手机号码',
        '联系人联系方式',
        '首要联系人手机',
        '首要联系人电话',
        '主要联系人电话',
        'contact phone',
        'contact mobile',
      ]),
      looseHeaders: PHONES,
      numberedHeaders: PHONES,
      isCoverable: true,
    },
    text('email', 254, '联系人邮箱', 'Contact e-mail', [
      '邮箱',
      '电子邮件',
      '电子邮箱',
      '联系人邮箱',
      '首要联系人邮箱',
      'email',
      'e-mail',
    ]),
    {
      ...text('wechatId', 60, '微信号', 'WeChat', [
        '微信号',
        '微信',
        '联系人微信',
        '微信/QQ',
        'wechat',
        'wechat id',
      ]),
      column: 'wechat_id',
      isCoverable: true,
    },
    {
      name: 'preferredChannel',
      column: 'preferred_channel',
      type: 'choice',
      choices: {
        call: ['电话', 'Phone'],
        wechat: ['微信', 'WeChat'],
        'e-mail': ['邮件', 'E-mail', '邮箱', 'email'],
        sms: ['短信', 'SMS'],
        visit: ['面谈', 'Visit', '拜访'],
      },
      label: { zh: '首选联系方式', en: 'Preferred channel' },
      headers: ['首选联系方式', '偏好联系方式', 'preferred channel'],
    },
    {
      name: 'birthday',
      column: 'birthday',
      type: 'date',
      check: (value) =>
        value >= '1900-01-01' && value <= new Date().toISOString().slice(0, 10)
          ? undefined
          : { code: 'date.impossible', params: { text: value } },
      label: { zh: '联系人生日', en: 'Birthday' },
      headers: ['联系人生日', '生日', '出生日期', 'birthday', 'date of birth'],
    },
    {
      name: 'state',
      column: 'state',
      type: 'choice',
      choices: { active: ['在职', 'Active'], left: ['已离职', 'Left', '离职'] },
      label: { zh: '在职状态', en: 'With the firm' },
      headers: ['在职状态', '联系人状态', 'with the firm', 'contact state'],
    },
    {
      name: 'leftOn',
      column: 'left_on',
      type: 'date',
      label: { zh: '离职日期', en: 'Left on' },
      headers: ['离职日期', 'left on'],
    },
    ...consentFields,
  ],
};

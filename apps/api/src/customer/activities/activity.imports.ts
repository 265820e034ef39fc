import type { ImportResource } from '../../platform/imports/import-resource.js';

/**
 * Follow-ups of another system. Their author and day are what the file says, never who brings the file and when. They name
 * customers and make none.
 */
export const ACTIVITY_IMPORT: ImportResource = {
  resource: 'activity',
  label: { zh: '跟进记录', en: 'Activity' },
  table: 'activities',
  audited: 'activity',
  permission: 'activity:write',
  key: ['customer', 'occurredAt', 'content'],
  owned: true,
  hasRecycleBin: true,
  refersTo: ['customer', 'contact'],
  references: [
    { name: 'customer', resource: 'customer', column: 'customer_id', within: 'customer:read' },
    { name: 'owner', resource: 'owner', column: 'owner_id' },
  ],
  onCreate: { kind: `'note'` },
  fields: [
    {
      name: 'content',
      column: 'content',
      type: 'text',
      max: 10_000,
      required: true,
      label: { zh: '跟进内容', en: 'What was said and done' },
      headers: [
        '跟进内容',
        '跟进记录',
        '沟通内容',
        '拜访内容',
        '联系内容',
        'activity',
        'follow-up',
        'content',
      ],
    },
    {
      name: 'occurredAt',
      column: 'occurred_at',
      type: 'date',
      required: true,
      label: { zh: '跟进时间', en: 'Followed up on' },
      headers: [
        '跟进时间',
        '跟进日期',
        '拜访时间',
        '拜访日期',
        '联系时间',
        '沟通时间',
        'followed up on',
        'activity date',
      ],
    },
    {
      name: 'kind',
      column: 'kind',
      type: 'choice',
      choices: {
        call: ['电话', 'Call', '电话沟通', 'phone'],
        visit: ['拜访', 'Visit', '上门拜访', '走访'],
        meeting: ['会议', 'Meeting', '面谈', '会面'],
        'e-mail': ['邮件', 'E-mail', '电子邮件', 'email'],
        fax: ['传真', 'Fax'],
        note: ['备注', 'Note', '其他', '微信', 'other'],
      },
      label: { zh: '跟进方式', en: 'Kind of activity' },
      headers: ['跟进方式', '跟进类型', '沟通方式', '联系方式类型', 'activity type', 'kind of activity'],
    },
    {
      name: 'subject',
      column: 'subject',
      type: 'text',
      max: 200,
      label: { zh: '跟进主题', en: 'Subject' },
      headers: ['跟进主题', '主题', 'subject'],
    },
    {
      name: 'durationMinutes',
      column: 'duration_minutes',
      type: 'integer',
      label: { zh: '时长（分钟）', en: 'Minutes' },
      headers: ['时长（分钟）', '时长', '通话时长', 'duration', 'minutes'],
    },
    {
      name: 'nextStep',
      column: 'next_step',
      type: 'text',
      max: 200,
      label: { zh: '下一步', en: 'Next step' },
      headers: ['下一步', '下步计划', 'next step'],
    },
    {
      name: 'nextStepOn',
      column: 'next_step_on',
      type: 'date',
      label: { zh: '下一步日期', en: 'Next step on' },
      headers: ['下一步日期', 'next step on', 'next step date'],
    },
  ],
};

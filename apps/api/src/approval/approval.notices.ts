import { declareNotices } from '../platform/notifications/notice-catalogue.js';

/** Kind, usual channel, what it is about, and how its sentence begins: Chinese, then English. */
const NOTICES = [
  [
    'approval.task',
    'mail',
    '等我审批的单据',
    'Documents that wait for my decision',
    '等待您审批：',
    'Waits for your decision: ',
  ],
  ['approval.returned', 'mail', '我提交的单据被退回', 'My documents were returned', '已退回：', 'Returned: '],
  [
    'approval.approved',
    'in-app',
    '我提交的单据已通过',
    'My documents were approved',
    '已通过：',
    'Approved: ',
  ],
  [
    'approval.mention',
    'in-app',
    '审批中提到我',
    'I was mentioned in an approval',
    '审批中提到了您：',
    'You were mentioned: ',
  ],
  ['approval.copied', 'in-app', '抄送给我的单据', 'Documents copied to me', '抄送给您：', 'Copied to you: '],
  ['approval.urged', 'mail', '催办', 'I was urged to decide', '催您审批：', 'You are urged to decide: '],
  ['approval.due-soon', 'in-app', '审批即将到期', 'Decisions that are due soon', '即将到期：', 'Due soon: '],
  ['approval.overdue', 'mail', '审批已超期', 'Decisions that are overdue', '已超期：', 'Overdue: '],
  ['approval.withdrawn', 'in-app', '单据被撤回', 'Documents were withdrawn', '已撤回：', 'Withdrawn: '],
  ['approval.terminated', 'in-app', '审批被终止', 'Approvals were ended', '已终止：', 'Ended: '],
  [
    'approval.stuck',
    'mail',
    '审批无人处理',
    'Approvals that nobody can decide',
    '无人处理：',
    'Nobody can decide: ',
  ],
] as const;

declareNotices(
  NOTICES.map(([kind, channel, zh, en, sayZh, sayEn]) => ({
    kind,
    channel,
    label: { zh, en },
    permission: 'approval:read',
    say: {
      'zh-CN': ({ title }) => `${sayZh}${title}`,
      en: ({ title }) => `${sayEn}${title}`,
    },
  })),
);

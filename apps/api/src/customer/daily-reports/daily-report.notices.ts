import { declareNotices } from '../../platform/notifications/notice-catalogue.js';

declareNotices([
  {
    kind: 'daily-report.missing',
    label: { zh: '当天的日报还没有提交', en: 'The report of the day is not handed in' },
    channel: 'in-app',
    permission: 'daily-report:write',
    say: {
      'zh-CN': ({ day }) => `您还没有提交 ${day} 的日报`,
      en: ({ day }) => `Your daily report of ${day} is still to be handed in`,
    },
  },
  {
    kind: 'daily-report.comment',
    label: { zh: '有人点评我的日报', en: 'Somebody comments on my daily report' },
    channel: 'in-app',
    permission: 'daily-report:write',
    say: {
      'zh-CN': ({ by, day, text }) => `${by} 点评了您 ${day} 的日报：${text}`,
      en: ({ by, day, text }) => `${by} on your daily report of ${day}: ${text}`,
    },
  },
  {
    kind: 'daily-report.addition',
    label: { zh: '我看过的日报有补充', en: 'A daily report that I read is added to' },
    channel: 'in-app',
    permission: 'daily-report:read',
    say: {
      'zh-CN': ({ by, day, text }) => `${by} 补充了 ${day} 的日报：${text}`,
      en: ({ by, day, text }) => `${by} adds to the daily report of ${day}: ${text}`,
    },
  },
]);

import { declareNotices } from '../../platform/notifications/notice-catalogue.js';

const shared = { channel: 'in-app', permission: 'activity:write' } as const;

declareNotices([
  {
    ...shared,
    kind: 'appointment.soon',
    label: { zh: '日程即将开始', en: 'An appointment begins soon' },
    say: {
      'zh-CN': ({ title, at }) => `${at} ${title}`,
      en: ({ title, at }) => `${at} ${title}`,
    },
  },
  {
    ...shared,
    kind: 'appointment.planned',
    label: { zh: '有人给我安排日程', en: 'Somebody plans an appointment for me' },
    say: {
      'zh-CN': ({ title, by, at }) => `${by} 给您安排了日程：${at} ${title}`,
      en: ({ title, by, at }) => `${by} plans for you: ${at} ${title}`,
    },
  },
]);

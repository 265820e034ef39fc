import { declareNotices } from '../notifications/notice-catalogue.js';

declareNotices([
  {
    kind: 'bulk.done',
    label: { zh: '批量操作完成', en: 'An action on many records is done' },
    channel: 'in-app',
    permission: 'job:read',
    say: {
      'zh-CN': ({ labelZh, done, refused }) =>
        `批量操作完成：${labelZh}，${done} 条成功，${refused} 条未执行`,
      en: ({ labelEn, done, refused }) => `Action on many done: ${labelEn}, ${done} done, ${refused} refused`,
    },
  },
]);

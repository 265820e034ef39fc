import { declareNotices } from '../notifications/notice-catalogue.js';

declareNotices([
  {
    kind: 'export.done',
    label: { zh: '导出完成', en: 'An export is done' },
    channel: 'in-app',
    permission: 'export:run',
    say: {
      'zh-CN': ({ fileName, rows }) => `导出完成：${fileName}，${rows} 行`,
      en: ({ fileName, rows }) => `Export done: ${fileName}, ${rows} rows`,
    },
  },
]);

import { declareNotices } from '../notifications/notice-catalogue.js';

declareNotices([
  {
    kind: 'import.done',
    label: { zh: '导入完成', en: 'An import is done' },
    channel: 'in-app',
    permission: 'import:run',
    say: {
      'zh-CN': ({ fileName, rows }) => `导入完成：${fileName}，${rows} 行`,
      en: ({ fileName, rows }) => `Import done: ${fileName}, ${rows} rows`,
    },
  },
]);

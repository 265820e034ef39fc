import { declareNotices } from '../platform/notifications/notice-catalogue.js';

declareNotices([
  {
    kind: 'user.handed-over',
    label: { zh: '同事的记录移交给我', en: "A colleague's records were handed over to me" },
    channel: 'mail',
    say: {
      'zh-CN': ({ name, count }) => `${name} 的 ${count} 条记录已移交给您`,
      en: ({ name, count }) => `${count} records of ${name} were handed over to you`,
    },
  },
  {
    kind: 'role.given-new',
    label: { zh: '新版本给内置角色带来新权限', en: 'A new version gave built-in roles new permissions' },
    channel: 'in-app',
    permission: 'role:manage',
    say: {
      'zh-CN': ({ roles }) => `新版本带来的权限已按默认给予：${roles}，请核对`,
      en: ({ count }) => `${count} built-in roles were given the permissions of a new version: please check`,
    },
  },
  {
    kind: 'webhook.given-up',
    label: { zh: 'Webhook 推送因失败停用', en: 'A webhook was switched off' },
    channel: 'mail',
    permission: 'webhook:manage',
    say: {
      'zh-CN': ({ name, host }) => `推送“${name}”（${host}）多次失败，已自动停用`,
      en: ({ name, host }) => `Webhook “${name}” (${host}) failed for long and was switched off`,
    },
  },
]);

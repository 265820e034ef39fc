import { declareNotices } from '../../platform/notifications/notice-catalogue.js';

declareNotices([
  {
    kind: 'activity.today',
    label: { zh: '今天要跟进的客户和任务', en: 'Follow-ups and tasks of the day' },
    channel: 'in-app',
    permission: 'activity:write',
    say: {
      'zh-CN': ({ customers, tasks }) => `今天有 ${customers} 个客户要跟进，${tasks} 项任务到期`,
      en: ({ customers, tasks }) => `Today: ${customers} customers to follow up, ${tasks} tasks due`,
    },
  },
  {
    kind: 'activity.task',
    label: { zh: '有人给我安排任务', en: 'Somebody gives me a task' },
    channel: 'in-app',
    permission: 'activity:write',
    say: {
      'zh-CN': ({ title, by }) => `${by} 给您安排了任务：${title}`,
      en: ({ title, by }) => `${by} gives you a task: ${title}`,
    },
  },
]);

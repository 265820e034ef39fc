export default {
  title: '首页',
  greeting: {
    night: '夜深了，{name}',
    morning: '早上好，{name}',
    afternoon: '下午好，{name}',
    evening: '晚上好，{name}',
  },
  customers: { title: '客户', own: '我负责的客户', visible: '我可见的客户', create: '新建客户' },
  jobs: { title: '最近的任务', none: '还没有导入、导出等任务' },
  sales: {
    title: '销售额',
    period: '{year} 年 1–{month} 月',
    trend: '月销售额',
    month: '{month} 月',
    yearName: '{year} 年',
    change: '同比',
    none: '还没有销售数据',
  },
};

export default {
  title: '首页',
  greeting: {
    night: '夜深了，{name}',
    morning: '早上好，{name}',
    afternoon: '下午好，{name}',
    evening: '晚上好，{name}',
  },
};

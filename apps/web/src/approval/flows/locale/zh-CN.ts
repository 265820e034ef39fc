export default {
  title: '审批流程',
  one: '审批流程',
};

export default {
  title: 'Approval flows',
  one: 'Approval flow',
};

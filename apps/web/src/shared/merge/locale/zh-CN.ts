export default {
  title: '有人同时修改了这条记录',
  text: '下面的内容您和同事都改了，请逐项选择保留哪一个。您填写的其他内容不受影响。',
  alsoTaken: '同事另外修改的内容将保留：{names}',
  allMine: '全部用我的',
  allTheirs: '全部用对方的',
  before: '原为',
  mine: '我的修改',
  theirs: '对方的修改',
  goOn: '继续编辑',
  save: '按选择保存',
  taken: '{who}刚才修改了{names}，已一并保留。',
  takenFromSomebody: '同事刚才修改了{names}，已一并保留。',
};

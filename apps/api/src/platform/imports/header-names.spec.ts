import { namesOf } from './header-names.js';

describe('What a header may be called', () => {
  it.each([
    ['客户 ID', ['客户id', 'id']],
    ['*公司地址（必填）', ['公司地址必填', '公司地址', '地址']],
    ['联系人1', ['联系人1', '联系人']],
    ['客户手机号码', ['客户手机号码', '客户手机', '手机号码', '手机']],
    ['年采购额(元)', ['年采购额元', '年采购额']],
    ['ＴＥＬ：', ['tel']],
    ['2019', ['2019']],
    ['公司', ['公司']],
    ['***', []],
  ])('%s', (header, names) => {
    expect(namesOf(header)).toEqual(names);
  });
});

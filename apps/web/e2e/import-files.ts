import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';

/** A distributor's books as a clerk has them: GBK, one wrong date, one missing customer name; sales of 2001 only. */
const BOOKS = `订单编号,订单日期,客户编号,客户名称,客户类别,城市,省份,产品编号,产品名称,类别,子类别,数量,销售额,利润
E2E-01,2001/3/1,E2E-K1,长风文具行,公司,苏州,江苏,E2E-P1,晨光 中性笔,办公用品,书写,10,120.50,30.25
E2E-02,2001/3/9,E2E-K2,远航贸易,公司,无锡,江苏,E2E-P2,得力 订书机,办公用品,装订,2,88.00,-5.50
E2E-03,2001/13/9,E2E-K2,远航贸易,公司,无锡,江苏,E2E-P2,得力 订书机,办公用品,装订,1,44.00,2
E2E-04,2001/4/2,E2E-K3,,公司,常州,江苏,E2E-P1,晨光 中性笔,办公用品,书写,5,60.25,15.10
E2E-05,2001/5/6,E2E-K1,长风文具行,公司,苏州,江苏,E2E-P2,得力 订书机,办公用品,装订,3,132.00,12
`;

export const books = (name: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: iconv.encode(BOOKS, 'gbk'),
});

/** A first list of customers with words of another program, a name spelt in two ways, and its sums. */
export const firstList = {
  name: '往来单位.csv',
  mimeType: 'text/csv',
  buffer: iconv.encode(
    `客户全称（必填）,省市区,联系人1,电话1,联系人2,电话2,客户分类,专管业务员
长江文化用品,江苏省苏州市吴中区,王建国,139 1234 5678,李小红,13812345679,01 企业,李娜
长江 文化用品,江苏苏州,,,,,02 个体,李娜
黄河办公,上海市浦东新区,陈静,13612345682,,,03 其他单位,离职员工
合计,,,,,,,
`,
    'gbk',
  ),
};

/** 10,000 order lines of a real distributor; not part of the repository. */
export const SUPERSTORE = fileURLToPath(
  new URL('../../../../shared/data/superstore/superstore-gbk.csv', import.meta.url),
);
export const hasSuperstore = existsSync(SUPERSTORE);

export interface DemoProduct {
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly subCategory: string;
  readonly brand: string;
  readonly unit: string;
  /** CNY per unit. */
  readonly price: number;
  /** Cost by price. */
  readonly costRate: number;
  /** Usual quantity of one line. */
  readonly quantity: readonly [least: number, most: number];
  /** Sells more from November to March. */
  readonly isWinter?: boolean;
}

const product = (
  code: string,
  name: string,
  [category, subCategory]: readonly [string, string],
  brand: string,
  unit: string,
  price: number,
  costRate: number,
  quantity: readonly [number, number],
  isWinter = false,
): DemoProduct => ({ code, name, category, subCategory, brand, unit, price, costRate, quantity, isWinter });

const ANTHRACITE = ['煤炭', '无烟煤'] as const;
const STEAM_COAL = ['煤炭', '动力煤'] as const;
const BASIC_CHEMICALS = ['化工产品', '基础化工'] as const;
const FERTILISER = ['化工产品', '化肥'] as const;
const ACIDULANT = ['食品添加剂', '酸度调节剂'] as const;
const SWEETENER = ['食品添加剂', '甜味剂'] as const;
const PAPER = ['办公用品', '纸张'] as const;
const STATIONERY = ['办公用品', '文具'] as const;

export const DEMO_PRODUCTS: readonly DemoProduct[] = [
  product('MT-1001', '无烟洗中块 30-80mm', ANTHRACITE, '太岳', '吨', 1180, 0.83, [14, 216], true),
  product('MT-1002', '无烟洗小块 15-30mm', ANTHRACITE, '太岳', '吨', 1090, 0.84, [10, 180], true),
  product('MT-1003', '无烟末煤 5500大卡', ANTHRACITE, '沁水', '吨', 860, 0.88, [24, 360]),
  product('MT-2001', '动力煤 5000大卡', STEAM_COAL, '雁北', '吨', 690, 0.9, [36, 504], true),
  product('MT-2002', '动力煤 5500大卡', STEAM_COAL, '雁北', '吨', 770, 0.89, [36, 504], true),
  product('MT-2003', '电煤 长协 4800大卡', STEAM_COAL, '雁北', '吨', 610, 0.93, [96, 720], true),
  product('HG-1001', '精甲醇 99.9%', BASIC_CHEMICALS, '晋化', '吨', 2460, 0.87, [3, 36]),
  product('HG-1002', '片碱 99%', BASIC_CHEMICALS, '晋化', '吨', 3350, 0.85, [1, 14]),
  product('HG-1003', '纯碱 重质', BASIC_CHEMICALS, '海晶', '吨', 1980, 0.88, [2, 31]),
  product('HG-1004', '聚丙烯 T30S', BASIC_CHEMICALS, '海晶', '吨', 7580, 0.91, [1, 11]),
  product('HG-2001', '尿素 小颗粒 46%', FERTILISER, '丰原', '吨', 2140, 0.9, [4, 60]),
  product('HG-2002', '复合肥 15-15-15', FERTILISER, '丰原', '吨', 2890, 0.86, [2, 38]),
  product('SP-1001', '一水柠檬酸 食品级', ACIDULANT, '康泉', '吨', 5200, 0.78, [2, 40]),
  product('SP-1002', '无水柠檬酸 食品级', ACIDULANT, '康泉', '吨', 5650, 0.78, [2, 40]),
  product('SP-1003', '乳酸 80% 食品级', ACIDULANT, '康泉', '吨', 8900, 0.75, [1, 20]),
  product('SP-2001', '木糖醇 结晶', SWEETENER, '甘元', '吨', 18_600, 0.72, [1, 15]),
  product('SP-2002', '赤藓糖醇', SWEETENER, '甘元', '吨', 12_400, 0.74, [1, 18]),
  product('SP-2003', '三氯蔗糖', SWEETENER, '甘元', '千克', 168, 0.7, [25, 600]),
  product('BG-1001', 'A4 复印纸 70g', PAPER, '白桦', '箱', 132, 0.76, [10, 260]),
  product('BG-1002', 'A4 复印纸 80g', PAPER, '白桦', '箱', 158, 0.75, [10, 220]),
  product('BG-1003', '信封 5号 牛皮纸', PAPER, '白桦', '包', 18, 0.6, [20, 400]),
  product('BG-2001', '中性笔 0.5mm 黑', STATIONERY, '文澜', '盒', 22, 0.55, [10, 300]),
  product('BG-2002', '档案盒 55mm', STATIONERY, '文澜', '个', 9.8, 0.58, [30, 600]),
  product('BG-2003', '凭证装订机', STATIONERY, '文澜', '台', 1260, 0.68, [1, 12]),
];

export interface DemoRegion {
  readonly territory: string;
  readonly manager: string;
  readonly owners: readonly string[];
  readonly places: readonly (readonly [province: string, cities: readonly string[]])[];
}

/** Regions with the demo people who keep the customers there. */
export const DEMO_REGIONS: readonly DemoRegion[] = [
  {
    territory: '华东',
    manager: '林海燕',
    owners: ['sales.li', 'sales.wang', 'manager.east'],
    places: [
      ['上海', ['上海']],
      ['江苏', ['南京', '苏州', '无锡', '徐州']],
      ['浙江', ['杭州', '宁波', '嘉兴']],
      ['山东', ['济南', '青岛', '淄博', '日照']],
    ],
  },
  {
    territory: '西部',
    manager: '马志强',
    owners: ['sales.zhao', 'manager.west'],
    places: [
      ['陕西', ['西安', '榆林', '宝鸡']],
      ['山西', ['太原', '大同', '晋城']],
      ['四川', ['成都', '绵阳', '宜宾']],
      ['甘肃', ['兰州', '天水']],
    ],
  },
];

export const COMPANY_WORDS = [
  '融和',
  '恒泰',
  '金源',
  '鼎盛',
  '瑞丰',
  '华信',
  '宏远',
  '天成',
  '永昌',
  '德润',
  '明珠',
  '长青',
  '海川',
  '远东',
  '嘉禾',
  '中盛',
  '祥云',
  '利民',
  '东升',
  '百川',
] as const;

/** What firms do → sub-categories they buy. */
export const TRADES: readonly (readonly [name: string, buys: readonly string[]])[] = [
  ['热电', ['动力煤', '无烟煤']],
  ['钢铁', ['无烟煤', '基础化工']],
  ['水泥', ['动力煤']],
  ['化工', ['基础化工', '无烟煤']],
  ['农资', ['化肥']],
  ['食品', ['酸度调节剂', '甜味剂']],
  ['饮料', ['甜味剂', '酸度调节剂']],
  ['塑业', ['基础化工']],
  ['商贸', ['纸张', '文具', '化肥']],
  ['文化用品', ['文具', '纸张']],
];

export const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙马朱胡郭何林高罗'];
export const GIVEN_NAMES = [
  '伟',
  '芳',
  '敏',
  '静',
  '强',
  '磊',
  '军',
  '洋',
  '勇',
  '艳',
  '杰',
  '娟',
  '涛',
  '明',
  '超',
  '霞',
  '平',
  '刚',
  '桂英',
  '建华',
  '晓东',
  '丽娟',
  '志远',
  '雪梅',
] as const;
export const TITLES = ['采购经理', '采购员', '总经理', '生产厂长', '财务主管', '办公室主任'] as const;

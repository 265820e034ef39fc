import type { DemoCustomer } from './demo-books.js';
import { DEMO_PRODUCTS, type DemoProduct } from './demo-catalogue.js';
import type { Random } from './random.js';

export interface DemoDeal {
  readonly name: string;
  readonly customer: string | null;
  readonly owner: string;
  /** Position of the open stage it is in, or was in when it was won or lost. */
  readonly stage: number;
  readonly end: 'open' | 'won' | 'lost';
  readonly engagedOn: string;
  /** Day it came into its stage, or was won or lost. */
  readonly since: string;
  readonly expectedCloseOn: string | null;
  readonly amount: string;
  readonly closeValue: string | null;
  readonly lossReason: string | null;
  readonly source: string;
  readonly nextStep: string | null;
  readonly nextStepOn: string | null;
  readonly competitor: string | null;
  readonly product: string;
  readonly quantity: string;
  readonly price: string;
}

export const DEMO_COMPETITORS = [
  { code: 'beichen', zh: '北辰能源', en: 'Beichen Energy' },
  { code: 'dingli', zh: '鼎力化工', en: 'Dingli Chemicals' },
  { code: 'ganquan', zh: '甘泉生物', en: 'Ganquan Biotech' },
  { code: 'wenchuang', zh: '文创办公', en: 'Wenchuang Office' },
] as const;

const DEALS = 220;
const DAY_MS = 86_400_000;
const REASONS = [
  'price',
  'price',
  'price',
  'competitor',
  'competitor',
  'product',
  'terms',
  'budget',
  'no-decision',
];
const SOURCES = ['customer', 'customer', 'customer', 'referral', 'exhibition', 'website', 'call', 'tender'];
const NEXT_STEPS = [
  '寄样品',
  '报价',
  '约采购经理面谈',
  '邀请参观工厂',
  '确认付款方式',
  '提交合同草稿',
  '电话跟进',
];
const PURPOSES = ['年度采购', '季度补货', '新项目供货', '试用订单', '替换供应商'];
const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Deals of the last twelve months with the demo customers: a third still open, of the rest somewhat more won than lost. */
export function demoDeals(random: Random, today: Date, customers: readonly DemoCustomer[]): DemoDeal[] {
  return Array.from({ length: DEALS }, () => deal(random, today.getTime(), customers));
}

function deal(random: Random, today: number, customers: readonly DemoCustomer[]): DemoDeal {
  const customer = random.pick(customers);
  const product = random.pick(DEMO_PRODUCTS);
  const end = random.chance(0.36) ? 'open' : random.chance(0.58) ? 'won' : 'lost';
  const stage = end === 'won' ? random.between(3, 4) : random.pick([1, 1, 2, 2, 2, 3, 3, 4]);
  const age = end === 'open' ? random.between(2, 75) : random.between(15, 360);
  const engaged = today - (age + random.between(5, 60)) * DAY_MS;
  const since = end === 'open' ? today - Math.min(age, random.between(1, 40)) * DAY_MS : today - age * DAY_MS;
  const isKnown = end !== 'open' || stage > 1 || random.chance(0.7);
  const { amount, quantity, price } = worth(random, product);
  const hasNext = end === 'open' && random.chance(0.8);
  return {
    name: `${isKnown ? '' : '来电咨询：'}${product.name} ${random.pick(PURPOSES)}`,
    customer: isKnown ? customer.number : null,
    owner: customer.owner,
    stage,
    end,
    engagedOn: isoDay(engaged),
    since: isoDay(since),
    expectedCloseOn: end === 'open' && stage > 1 ? isoDay(today + random.between(-15, 110) * DAY_MS) : null,
    amount: yuan(amount),
    closeValue: end === 'won' ? yuan(Math.round(amount * random.pick([1, 1, 0.98, 0.95]))) : null,
    lossReason: end === 'lost' ? random.pick(REASONS) : null,
    source: random.pick(SOURCES),
    nextStep: hasNext ? random.pick(NEXT_STEPS) : null,
    nextStepOn: hasNext ? isoDay(today + random.between(-4, 18) * DAY_MS) : null,
    competitor: random.chance(0.45) ? random.pick(DEMO_COMPETITORS).code : null,
    product: product.code,
    quantity,
    price: price.toFixed(2),
  };
}

/** Of one delivery as the customer usually takes it; in fen, so that it adds up. */
function worth(random: Random, { price, quantity: [least, most] }: DemoProduct) {
  const quantity = random.between(least, Math.ceil(most / 2) + least);
  return { amount: Math.round(price * 100) * quantity, quantity: String(quantity), price };
}

const yuan = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;

import {
  COMPANY_WORDS,
  DEMO_PRODUCTS,
  DEMO_REGIONS,
  GIVEN_NAMES,
  SURNAMES,
  TITLES,
  TRADES,
  type DemoProduct,
  type DemoRegion,
} from './demo-catalogue.js';
import type { Random } from './random.js';

export interface DemoCustomer {
  readonly number: string;
  readonly name: string;
  readonly kind: 'organisation' | 'individual';
  readonly stage: 'potential' | 'formal';
  readonly isDealer: boolean;
  readonly class: string;
  readonly territory: string;
  readonly province: string;
  readonly city: string;
  readonly phone: string;
  readonly owner: string;
  readonly contacts: readonly { name: string; title: string; phone: string; isPrimary: boolean }[];
  readonly orders: readonly DemoOrder[];
}

export interface DemoOrder {
  readonly number: string;
  readonly orderedOn: string;
  readonly shippedOn: string;
  readonly shipMode: string;
  readonly lines: readonly {
    product: string;
    quantity: string;
    discount: string;
    sales: string;
    cost: string;
  }[];
}

const CUSTOMERS = 240;
const HISTORY_DAYS = 30 * 30;
const DAY_MS = 86_400_000;
const CLASSES = [
  ['重点客户', 0.1, 9],
  ['A类', 0.25, 18],
  ['B类', 0.6, 35],
  ['C类', 1, 80],
] as const;

const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The demo company's customers with thirty months of orders up to `today`; some of them have stopped buying. */
export function demoCustomers(random: Random, today: Date): DemoCustomer[] {
  const names = new Set<string>();
  const orderNumbers = numbering('XS');
  return Array.from({ length: CUSTOMERS }, (_, index) => customer(random, index, today, names, orderNumbers));
}

function customer(
  random: Random,
  index: number,
  today: Date,
  names: Set<string>,
  nextOrder: () => string,
): DemoCustomer {
  const region = random.pick(DEMO_REGIONS);
  const [province, cities] = random.pick(region.places);
  const city = random.pick(cities);
  const [trade, buys] = random.pick(TRADES);
  const level = random.next();
  const [className, , meanDays] = CLASSES.find(([, upTo]) => level <= upTo)!;
  const isPotential = random.chance(0.12);
  const orders = isPotential
    ? []
    : ordersOf(
        random,
        today,
        meanDays,
        DEMO_PRODUCTS.filter(({ subCategory }) => buys.includes(subCategory)),
        trade,
        nextOrder,
      );
  return {
    number: `DM${String(index + 1).padStart(4, '0')}`,
    name: newName(random, city, trade, names),
    kind: 'organisation',
    stage: isPotential ? 'potential' : 'formal',
    isDealer: trade === '商贸',
    class: className,
    territory: region.territory,
    province,
    city,
    phone: phone(random),
    owner: ownerOf(random, region),
    contacts: contacts(random),
    orders,
  };
}

const ownerOf = (random: Random, { owners }: DemoRegion): string =>
  random.chance(0.12) ? owners.at(-1)! : random.pick(owners.slice(0, -1));

function newName(random: Random, city: string, trade: string, taken: Set<string>): string {
  for (;;) {
    const name = `${city}${random.pick(COMPANY_WORDS)}${trade}${random.pick(['有限公司', '有限责任公司', '集团', '股份有限公司'])}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

const phone = (random: Random): string =>
  `1${random.pick(['38', '39', '50', '86', '88'])}${String(random.between(0, 99_999_999)).padStart(8, '0')}`;

function contacts(random: Random): DemoCustomer['contacts'] {
  return Array.from({ length: random.between(1, 3) }, (_, index) => ({
    name: random.pick(SURNAMES) + random.pick(GIVEN_NAMES),
    title: random.pick(TITLES),
    phone: phone(random),
    isPrimary: index === 0,
  }));
}

function ordersOf(
  random: Random,
  today: Date,
  meanDays: number,
  products: readonly DemoProduct[],
  trade: string,
  nextOrder: () => string,
): DemoOrder[] {
  const orders: DemoOrder[] = [];
  const rhythm = meanDays * (0.6 + random.next());
  const start = today.getTime() - HISTORY_DAYS * DAY_MS;
  // One in six has left: it stops somewhere in the last year.
  const end = random.chance(0.17) ? today.getTime() - random.between(90, 400) * DAY_MS : today.getTime();
  for (
    let time = start + random.waiting(rhythm) * DAY_MS;
    time <= end;
    time += random.waiting(rhythm) * DAY_MS
  ) {
    const isWinter = [10, 11, 0, 1, 2].includes(new Date(time).getUTCMonth());
    orders.push({
      number: nextOrder(),
      orderedOn: isoDay(time),
      shippedOn: isoDay(time + random.between(1, 12) * DAY_MS),
      shipMode: ['热电', '钢铁', '水泥'].includes(trade) ? '铁路' : random.pick(['汽运', '汽运', '自提']),
      lines: Array.from({ length: random.between(1, 3) }, () =>
        line(random, random.pick(products), isWinter),
      ),
    });
  }
  return orders;
}

/** Amounts in fen, whole numbers: a demo company's books add up too. */
function line(random: Random, product: DemoProduct, isWinter: boolean): DemoOrder['lines'][number] {
  const [least, most] = product.quantity;
  const season = product.isWinter && isWinter ? 1.35 : 1;
  const quantity = Math.max(least, Math.round((least + (most - least) * random.next() ** 2) * season));
  const discount = random.pick([0, 0, 0, 0.02, 0.05]);
  const sales = Math.round(product.price * 100 * quantity * (1 - discount));
  const cost = Math.round(product.price * 100 * quantity * product.costRate * (0.96 + random.next() * 0.08));
  return {
    product: product.code,
    quantity: String(quantity),
    discount: discount.toFixed(2),
    sales: yuan(sales),
    cost: yuan(cost),
  };
}

const yuan = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;

function numbering(prefix: string): () => string {
  let last = 0;
  return () => `${prefix}${String(++last).padStart(6, '0')}`;
}

import type { DemoCustomer } from './demo-books.js';
import type { Random } from './random.js';

export interface DemoMasterData {
  readonly creditCode: string;
  readonly importance: string;
  readonly industry: string;
  readonly channel: string;
  readonly region: string;
  readonly lifeCycle: string;
  readonly email: string;
}

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const IMPORTANCE: Readonly<Record<string, string>> = { 重点客户: 'key', A类: 'a', B类: 'b', C类: 'c' };
const INDUSTRIES: readonly (readonly [words: RegExp, industry: string])[] = [
  [/食品|饮料/, 'food'],
  [/热电|煤/, 'energy'],
  [/化工|农资/, 'chemicals'],
  [/药/, 'pharmaceuticals'],
  [/水泥|建/, 'building'],
  [/商贸/, 'retail'],
];
const DAY_MS = 86_400_000;

/** What a customer of the demo company is beside its name. */
export function masterDataOf(
  customer: Omit<DemoCustomer, 'contacts'>,
  random: Random,
  today: Date,
): DemoMasterData {
  const code = creditCode(random);
  return {
    creditCode: code,
    importance: IMPORTANCE[customer.class] ?? 'c',
    industry: INDUSTRIES.find(([words]) => words.test(customer.name))?.[1] ?? 'other',
    channel: customer.isDealer ? 'distribution' : random.chance(0.1) ? 'online' : 'direct',
    region: customer.territory === '华东' ? 'east' : customer.province === '四川' ? 'southwest' : 'northwest',
    lifeCycle: lifeCycleOf(customer, today),
    email: `contact@${customer.number.toLowerCase()}.example`,
  };
}

function lifeCycleOf({ orders }: Pick<DemoCustomer, 'orders'>, today: Date): string {
  const last = orders.at(-1);
  if (!last) return 'new';
  const days = (today.getTime() - Date.parse(last.orderedOn)) / DAY_MS;
  if (days > 270) return 'lost';
  if (days > 120) return 'at-risk';
  return orders.length < 12 ? 'growing' : 'steady';
}

/** Made up, with a check digit that fits. */
function creditCode(random: Random): string {
  const body = `91${random.pick(['310', '320', '330', '370', '610'])}${random.between(100, 999)}MA${Array.from({ length: 7 }, () => ALPHABET[random.between(0, 30)]).join('')}`;
  let sum = 0;
  let weight = 1;
  for (const character of body) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return body + ALPHABET[(31 - (sum % 31)) % 31];
}

/** The office of each customer, and where the most important ones bank. */
export const PROFILES = [
  `insert into customer_addresses (customer_id, kind, detail, receiver, is_default)
   select c.id, 'office', c.province || c.city || '经济开发区 ' || (right(c.number, 2)::int + 1) || ' 号', k.name, true
     from customers c left join contacts k on k.customer_id = c.id and k.is_primary where c.number like 'DM%'`,
  `insert into customer_finances (customer_id, invoice_title, tax_number, bank_name, bank_account, invoice_address)
   select c.id, c.name, c.credit_code, '中国工商银行' || c.city || '分行', '6222' || lpad(right(c.number, 4), 12, '0'), c.province || c.city
     from customers c where c.number like 'DM%' and c.importance in ('key', 'a')`,
];

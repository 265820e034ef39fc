import type { Actor } from '../../platform/auth/actor.js';
import type { PriceRuleStepDto } from './resolve.dto.js';
import type { ResolvedRow } from './resolution.sql.js';

type Values = Record<string, string>;
type Sentence = Readonly<Record<Actor['locale'], (values: Values) => string>>;

const CUSTOMER_FIT = 100;

/** What each step says; `{}` of the values it is given. */
const SENTENCES: Readonly<Record<string, Sentence>> = {
  'pricing.rule.customer': {
    'zh-CN': ({ table }) => `「${table}」是为该客户定的价格表`,
    en: ({ table }) => `"${table}" is this customer's own price table`,
  },
  'pricing.rule.group': {
    'zh-CN': ({ table }) => `「${table}」适用于该客户的类别或地区`,
    en: ({ table }) => `"${table}" is for this customer's class or region`,
  },
  'pricing.rule.everybody': {
    'zh-CN': ({ table }) => `「${table}」适用于所有客户`,
    en: ({ table }) => `"${table}" is for every customer`,
  },
  'pricing.rule.revision': {
    'zh-CN': ({ number, from }) => `调价单 ${number},自 ${from} 起生效`,
    en: ({ number, from }) => `Revision ${number}, in effect since ${from}`,
  },
  'pricing.rule.break': {
    'zh-CN': ({ quantity, unit }) => `数量达到 ${quantity} ${unit} 的阶梯价`,
    en: ({ quantity, unit }) => `Price for ${quantity} ${unit} and more`,
  },
  'pricing.rule.unit': {
    'zh-CN': ({ from, to }) => `由每${from}价格换算为每${to}`,
    en: ({ from, to }) => `Converted from the price per ${from} to one per ${to}`,
  },
  'pricing.rule.promotion': {
    'zh-CN': ({ name, before }) => `促销「${name}」,原价 ${before}`,
    en: ({ name, before }) => `Promotion "${name}", ${before} before`,
  },
  'pricing.rule.floor': {
    'zh-CN': ({ floor }) => `促销价不低于最低限价 ${floor}`,
    en: ({ floor }) => `No promotion goes below the floor price of ${floor}`,
  },
  'pricing.rule.none': {
    'zh-CN': () => '没有适用的价格表在当日有该产品的价格',
    en: () => 'No price table that applies has a price for this product on that day',
  },
};

/** The way from the tables to the price, step by step, in the caller's language. */
export function ruleOf(row: ResolvedRow, locale: Actor['locale']): PriceRuleStepDto[] {
  const steps: PriceRuleStepDto[] = [];
  const step = (code: string, params: Values = {}) =>
    steps.push({ code, params, text: SENTENCES[code]![locale](params) });
  if (row.priceId === null) {
    step('pricing.rule.none');
    return steps;
  }
  step(fitOf(row.closeness ?? 0), { table: row.tableName! });
  step('pricing.rule.revision', { number: row.revisionNumber!, from: row.validFrom! });
  const least = row.minQuantity!.replace(/\.?0+$/, '');
  if (least !== '' && least !== '0') step('pricing.rule.break', { quantity: least, unit: row.priceUnit! });
  if (row.priceUnit !== row.unit) step('pricing.rule.unit', { from: row.priceUnit!, to: row.unit });
  if (row.promotionId) step('pricing.rule.promotion', { name: row.promotionName!, before: row.tablePrice! });
  if (row.isFloored) step('pricing.rule.floor', { floor: row.floorPrice! });
  return steps;
}

function fitOf(closeness: number): string {
  if (closeness >= CUSTOMER_FIT) return 'pricing.rule.customer';
  return closeness > 0 ? 'pricing.rule.group' : 'pricing.rule.everybody';
}

import { ElTag } from 'element-plus';
import { h, type VNode } from 'vue';
import { formatAgo, formatDay, formatInstant } from '../format/dates';
import MoneyText from '../format/MoneyText.vue';
import { formatCount, formatQuantity, formatRate } from '../format/numbers';
import { i18n } from '../i18n/i18n';
import type { ColumnDeclaration, Option } from './list-declaration';
import { findOption, useOptionText } from './useOptionText';

type Write = (text: string, value: unknown) => VNode;
type Column = ColumnDeclaration<never>;

const { t } = i18n.global;
const { write } = useOptionText();

const number = (text: string): VNode => h('span', { class: 'num' }, text);
const time = (datetime: string, text: string, title?: string): VNode =>
  h('time', { class: 'num', datetime: datetime || undefined, title }, text || '–');

const KINDS: Partial<Record<NonNullable<Column['kind']>, Write>> = {
  money: (text) => h(MoneyText, { amount: text }),
  quantity: (text) => number(formatQuantity(text) || '–'),
  rate: (text) => number(formatRate(text) || '–'),
  count: (text) => number(formatCount(Number(text))),
  day: (text) => time(text, formatDay(text)),
  instant: (text) => time(text, formatInstant(text)),
  ago: (text) => time(text, text && formatAgo(text), formatInstant(text)),
  flag: (_, value) => h('span', t(value ? 'shared.yes' : 'shared.no')),
};

const option = (found: Option): VNode =>
  found.tone
    ? h(ElTag, { type: found.tone, size: 'small', disableTransitions: true }, () => write(found))
    : h('span', write(found));

/**
 * One value as its column shows it. A function, not a component with a state of its own: a page of a list has thousands of
 * them.
 */
export function ListCell<Row extends object>({
  row,
  column,
}: {
  row: Row;
  column: ColumnDeclaration<Row>;
}): VNode {
  const value = column.text ? column.text(row) : (row as Record<string, unknown>)[column.key];
  const text = value === null || value === undefined ? '' : String(value);
  if (column.kind === 'options' && text) return option(findOption(column.options, text));
  const kind = column.kind && KINDS[column.kind];
  return kind ? kind(text, value) : h('span', text || '–');
}
ListCell.props = ['row', 'column'];

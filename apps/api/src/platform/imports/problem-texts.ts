import type { Label } from './import-resource.js';
import type { RowProblem } from './row-reader.js';

/** Sentences for the file of rows that could not be taken; the screen has its own, by the same codes. */
const TEXTS: Readonly<Record<string, Label>> = {
  'import.required': { zh: '不能为空', en: 'must not be empty' },
  'import.too-long': { zh: '最多 {max} 个字符', en: 'at most {max} characters' },
  'import.negative': { zh: '不能是负数', en: 'must not be negative' },
  'import.closed-before-begun': { zh: '结束或预计成交早于开始日期', en: 'ends before it began' },
  'import.covered': {
    zh: '号码被遮盖，不能当作完整号码导入',
    en: 'is partly covered and cannot be taken for the whole',
  },
  'import.forbidden-character': { zh: '含有无法保存的字符', en: 'holds a character that cannot be stored' },
  'import.unknown-choice': { zh: '不是可选值', en: 'is none of the possible values' },
  'import.not-found': { zh: '系统中没有「{text}」', en: '"{text}" is not in the system' },
  'import.ambiguous': { zh: '「{text}」对应多条记录', en: '"{text}" fits several records' },
  'import.missing-reference': { zh: '缺少所属的记录({text})', en: 'lacks the record it belongs to ({text})' },
  'import.wrong-form': { zh: '「{text}」的格式不正确', en: '"{text}" does not have the right form' },
  'import.credit-code': {
    zh: '「{text}」不是有效的统一社会信用代码(校验位不符)',
    en: '"{text}" is not a valid unified social credit code: its check digit does not fit',
  },
  'import.beyond-own': { zh: '权限超出您自己的权限', en: 'may do more than you may yourself' },
  'import.report-read': {
    zh: '该日报已被阅读，不能再修改',
    en: 'this daily report was read and stays as it is',
  },
  'import.not-yours': { zh: '不在您的数据范围内', en: 'is beyond your data scope' },
  'date.unknown-format': { zh: '「{text}」不是日期', en: '"{text}" is not a date' },
  'date.impossible': { zh: '「{text}」不是存在的日期', en: '"{text}" is no day of the calendar' },
  'date.two-digit-year': { zh: '「{text}」的年份不完整', en: 'the year in "{text}" is not complete' },
  'date.ambiguous-order': {
    zh: '「{text}」的日和月无法区分',
    en: 'day and month of "{text}" cannot be told apart',
  },
  'decimal.not-a-number': { zh: '「{text}」不是数字', en: '"{text}" is not a number' },
  'decimal.ambiguous': { zh: '「{text}」的小数点无法确定', en: 'the decimal point of "{text}" is not clear' },
  'decimal.too-many-digits': { zh: '数字太大', en: 'the number is too large' },
  'decimal.too-precise': { zh: '小数位太多', en: 'too many decimals' },
  'decimal.percent-not-allowed': { zh: '这里不能用百分数', en: 'a percentage is not possible here' },
  'decimal.not-whole': { zh: '「{text}」不是整数', en: '"{text}" is not a whole number' },
  'boolean.unknown': { zh: '「{text}」不是「是」或「否」', en: '"{text}" is neither yes nor no' },
  'row-too-long': { zh: '单元格比表头多', en: 'more cells than headers' },
  'malformed-quotes': { zh: '引号不成对', en: 'quotes do not match' },
  'quote-not-closed': { zh: '引号没有结束', en: 'a quote is not closed' },
  undecodable: { zh: '有无法识别的字符', en: 'characters that cannot be decoded' },
  'cell-too-long': { zh: '单元格内容太长', en: 'a cell is too long' },
  'cell-error': { zh: '单元格是错误值', en: 'a cell holds an error value' },
  'forbidden-character': { zh: '含有无法保存的字符', en: 'holds a character that cannot be stored' },
  'total-row': { zh: '合计行，不是一条记录', en: 'a row of sums, not a record' },
  'cell-without-header': {
    zh: '{column} 列有内容，但没有列名',
    en: 'column {column} holds something and has no header',
  },
  'import.custom-rule': { zh: '不符合此字段的要求', en: 'does not keep the rules of this field' },
  'malformed-json': { zh: 'JSON 格式不正确', en: 'malformed JSON' },
};

/** What is wrong with a row in one line: 「订单日期:「2017-02-30」不是存在的日期;…」. */
export function problemText(problems: readonly RowProblem[], language: keyof Label): string {
  const sentences = problems.map(({ code, column, params }) => {
    const text = (TEXTS[code]?.[language] ?? code).replace(/\{(\w+)\}/g, (_, name: string) =>
      String(params[name] ?? ''),
    );
    return column ? `${column}${language === 'zh' ? ':' : ': '}${text}` : text;
  });
  return sentences.join(language === 'zh' ? ';' : '; ');
}

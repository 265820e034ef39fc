import { BigNumber } from 'bignumber.js';
import type { FieldProblem } from '../errors/domain-error.js';
import { isDeclaredPermission } from '../auth/permission-catalogue.js';
import type { FieldDefinition } from './custom-field.entity.js';
import type { CustomResource } from './custom-resource.js';
import { findLoop, Formula, FormulaError } from './formula.js';

/** What is wrong with a field as it is to be, among the others of its resource. */
export function problemsOf(
  field: FieldDefinition,
  others: readonly FieldDefinition[],
  resource: CustomResource,
  targets: readonly string[],
): FieldProblem[] {
  return [
    ...problemsOfSettings(field, targets),
    ...problemsOfFormula(field, others),
    ...problemsOfReach(field, resource),
  ];
}

function problemsOfSettings(
  { kind, settings, dictionary }: FieldDefinition,
  targets: readonly string[],
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const { choices = [], pattern, minimum, maximum, target } = settings;
  if (kind === 'choice' || kind === 'choices') {
    if (!dictionary && choices.length === 0)
      problems.push({
        pointer: '/settings/choices',
        rule: 'required',
        detail: 'A choice needs values, or a dictionary.',
      });
    const codes = choices.map(({ code }) => code);
    if (new Set(codes).size < codes.length)
      problems.push({
        pointer: '/settings/choices',
        rule: 'taken',
        detail: 'Two values have the same code.',
        params: { value: codes.find((code, at) => codes.indexOf(code) < at) },
      });
  }
  if (pattern !== undefined && !isRegExp(pattern))
    problems.push({
      pointer: '/settings/pattern',
      rule: 'pattern',
      detail: 'This is no regular expression.',
    });
  if (minimum !== undefined && maximum !== undefined && new BigNumber(minimum).gt(maximum))
    problems.push({
      pointer: '/settings/maximum',
      rule: 'range',
      detail: 'The greatest number is below the least.',
    });
  if (kind === 'link' && target !== undefined && !targets.includes(target))
    problems.push({
      pointer: '/settings/target',
      rule: 'reference',
      detail: 'Links cannot point at this resource.',
    });
  return problems;
}

function isRegExp(pattern: string): boolean {
  try {
    return Boolean(new RegExp(`^(?:${pattern})$`, 'u'));
  } catch {
    return false;
  }
}

function problemsOfFormula(field: FieldDefinition, others: readonly FieldDefinition[]): FieldProblem[] {
  const pointer = '/formula';
  if (field.kind !== 'formula') {
    return field.formula === null
      ? []
      : [{ pointer, rule: 'formula', detail: 'Only a field of the kind "formula" has one.' }];
  }
  if (!field.formula) return [{ pointer, rule: 'required', detail: 'Say how it is calculated.' }];
  try {
    const formula = new Formula(field.formula);
    const known = new Set([...others, field].map(({ code }) => code));
    const unknown = [...formula.references].find((code) => !known.has(code));
    if (unknown)
      return [
        {
          pointer,
          rule: 'unknownField',
          detail: `There is no field "${unknown}".`,
          params: { name: unknown },
        },
      ];
    const references = new Map([[field.code, formula.references] as const]);
    for (const other of others)
      if (other.formula) references.set(other.code, new Formula(other.formula).references);
    const loop = findLoop(references);
    if (!loop) return [];
    const way = loop.join(' → ');
    return [
      { pointer, rule: 'loop', detail: `The formulas go round in a loop: ${way}.`, params: { loop: way } },
    ];
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    return [{ pointer, rule: error.rule, detail: error.message, params: error.params }];
  }
}

function problemsOfReach(
  { appliesTo, readPermission, changePermission }: FieldDefinition,
  { type }: CustomResource,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const known = type?.values.map(({ value }) => value) ?? [];
  if (appliesTo.some((value) => !known.includes(value)))
    problems.push({
      pointer: '/appliesTo',
      rule: 'reference',
      detail: `Types are ${known.join(', ') || 'not told apart here'}.`,
    });
  for (const [pointer, permission] of [
    ['/readPermission', readPermission],
    ['/changePermission', changePermission],
  ] as const)
    if (permission !== null && !isDeclaredPermission(permission))
      problems.push({ pointer, rule: 'reference', detail: 'There is no such permission.' });
  return problems;
}

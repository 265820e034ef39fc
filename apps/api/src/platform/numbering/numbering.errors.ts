import type { FieldProblem } from '../errors/domain-error.js';
import type { NumberReset } from './numbering-rule.entity.js';

interface Rule {
  readonly pattern: string;
  readonly reset: NumberReset;
  readonly isPerDepartment: boolean;
}

const PLACE = /\{(yyyy|yy|MM|dd|dept|seq(?::[1-9])?)\}/g;
const NEEDED = { never: [], yearly: ['y'], monthly: ['y', 'MM'], daily: ['y', 'MM', 'dd'] } as const;

/** What is wrong with a rule, in words; the database refuses the same. */
export function problemsOf({ pattern, reset, isPerDepartment }: Rule): FieldProblem[] {
  const places = [...pattern.matchAll(PLACE)].map(([, place]) => place!);
  const rest = pattern.replace(PLACE, '');
  if (/[{}]/.test(rest)) {
    return [
      {
        pointer: '/pattern',
        rule: 'place',
        detail: 'Places are {yyyy} {yy} {MM} {dd} {dept} {seq} and {seq:5}.',
      },
    ];
  }
  if (places.filter((place) => place.startsWith('seq')).length !== 1) {
    return [{ pointer: '/pattern', rule: 'oneSeq', detail: 'The pattern needs {seq} exactly once.' }];
  }
  const has = (part: string) =>
    places.some((place) => (part === 'y' ? place.startsWith('y') : place === part));
  if (!NEEDED[reset].every(has)) {
    return [
      {
        pointer: '/pattern',
        rule: 'period',
        detail:
          'A count that begins again needs its period in the number (year, month, day), else numbers would repeat.',
      },
    ];
  }
  if (isPerDepartment && !has('dept')) {
    return [
      {
        pointer: '/pattern',
        rule: 'department',
        detail: 'When each department counts for itself, the number needs {dept}, else numbers would repeat.',
      },
    ];
  }
  return [];
}

import { BigNumber } from 'bignumber.js';
import jsep from 'jsep';

/** Its own settings, so that nobody else's change the sums. Thirty digits behind the point before the last rounding. */
const Exact = BigNumber.clone({
  DECIMAL_PLACES: 30,
  ROUNDING_MODE: BigNumber.ROUND_HALF_UP,
  EXPONENTIAL_AT: 1e9,
});

type Value = BigNumber | string | boolean | null;

/** A formula that cannot be understood; the message is for the person who writes it. */
export class FormulaError extends Error {
  constructor(
    /** Stable word for the screen. */
    readonly rule: 'syntax' | 'unknownField' | 'unknownFunction' | 'unsupported',
    message: string,
    readonly params: Record<string, unknown> = {},
  ) {
    super(message);
  }
}

/** Why a formula gives no value for a record. */
export type FormulaProblem = 'division-by-zero' | 'not-a-number' | 'too-large';

class NoValue extends Error {
  constructor(readonly problem: FormulaProblem) {
    super(problem);
  }
}

interface Node {
  readonly type: string;
  readonly [part: string]: unknown;
}

const MOST_CHARACTERS = 500;
const MOST_DIGITS = new Exact('1e18');
const DAY_MS = 86_400_000;

const FUNCTIONS: Record<string, (values: Value[]) => Value> = {
  min: (values) => least(values, (a, b) => a.lt(b)),
  max: (values) => least(values, (a, b) => a.gt(b)),
  abs: ([value]) => numbers([value], ([one]) => one!.abs()),
  round: ([value, places]) =>
    numbers([value, places ?? new Exact(0)], ([one, scale]) =>
      one!.decimalPlaces(Math.min(Math.max(scale!.toNumber(), 0), 10), BigNumber.ROUND_HALF_UP),
    ),
  coalesce: (values) => values.find((value) => value !== null && value !== undefined) ?? null,
  days: ([from, to]) => {
    if (typeof from !== 'string' || typeof to !== 'string') return null;
    const between = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS;
    if (Number.isNaN(between)) throw new NoValue('not-a-number');
    return new Exact(between);
  },
};

function least(values: Value[], isBetter: (a: BigNumber, b: BigNumber) => boolean): Value {
  return numbers(values, (all) => all.reduce((best, value) => (isBetter(value, best) ? value : best)));
}

/** Of something empty nothing can be calculated: the result is empty too. */
function numbers(values: (Value | undefined)[], calculate: (values: BigNumber[]) => BigNumber): Value {
  if (values.length === 0 || values.some((value) => value === null || value === undefined)) return null;
  if (!values.every((value) => BigNumber.isBigNumber(value))) throw new NoValue('not-a-number');
  return calculate(values as BigNumber[]);
}

const OPERATIONS: Record<string, (a: BigNumber, b: BigNumber) => BigNumber> = {
  '+': (a, b) => a.plus(b),
  '-': (a, b) => a.minus(b),
  '*': (a, b) => a.times(b),
  '/': (a, b) => {
    if (b.isZero()) throw new NoValue('division-by-zero');
    return a.div(b);
  },
  '%': (a, b) => {
    if (b.isZero()) throw new NoValue('division-by-zero');
    return a.mod(b);
  },
};
const COMPARISONS: Record<string, (order: number) => boolean> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
  '==': (order) => order === 0,
  '!=': (order) => order !== 0,
};

/** A formula over a record's own fields; decimals are exact, never floats. */
export class Formula {
  /** Codes of the fields it reads. */
  readonly references: ReadonlySet<string>;
  private readonly root: Node;

  /** @throws FormulaError */
  constructor(text: string) {
    this.root = parse(text);
    const references = new Set<string>();
    check(this.root, references);
    this.references = references;
  }

  /**
   * @param valueOf the stored value of a field: decimal string, date, text, or undefined
   * @param isNumber whether that field holds numbers
   * @returns decimal string with at most `scale` decimals; null with a problem, or without one where an input is empty
   */
  evaluate(
    valueOf: (code: string) => unknown,
    isNumber: (code: string) => boolean,
    scale: number,
  ): { value: string | null; problem?: FormulaProblem } {
    const read = (code: string): Value => {
      const value = valueOf(code);
      if (typeof value !== 'string') return null;
      return isNumber(code) ? new Exact(value) : value;
    };
    try {
      const result = evaluate(this.root, read);
      if (result === null) return { value: null };
      if (!BigNumber.isBigNumber(result) || !result.isFinite())
        return { value: null, problem: 'not-a-number' };
      if (result.abs().gte(MOST_DIGITS)) return { value: null, problem: 'too-large' };
      return { value: result.toFixed(scale, BigNumber.ROUND_HALF_UP) };
    } catch (error) {
      if (error instanceof NoValue) return { value: null, problem: error.problem };
      throw error;
    }
  }
}

function parse(text: string): Node {
  if (text.length > MOST_CHARACTERS)
    throw new FormulaError('syntax', `A formula has at most ${MOST_CHARACTERS} characters.`);
  try {
    return jsep(
      text
        .replaceAll('×', '*')
        .replaceAll('÷', '/')
        .replaceAll('（', '(')
        .replaceAll('）', ')')
        .replaceAll('，', ','),
    ) as unknown as Node;
  } catch (error) {
    throw new FormulaError('syntax', `The formula cannot be read: ${(error as Error).message}.`, {
      reason: (error as Error).message,
    });
  }
}

/** Only what is known here is ever run: no member of an object, no assignment, no call of anything else. */
function check(node: Node, references: Set<string>): void {
  const parts = (...names: string[]) => names.forEach((name) => check(node[name] as Node, references));
  switch (node.type) {
    case 'Literal':
      return;
    case 'Identifier':
      references.add(node.name as string);
      return;
    case 'UnaryExpression':
      if (!['-', '+', '!'].includes(node.operator as string)) break;
      return parts('argument');
    case 'BinaryExpression':
    case 'LogicalExpression':
      if (
        !((node.operator as string) in OPERATIONS) &&
        !((node.operator as string) in COMPARISONS) &&
        !['&&', '||'].includes(node.operator as string)
      )
        break;
      return parts('left', 'right');
    case 'ConditionalExpression':
      return parts('test', 'consequent', 'alternate');
    case 'CallExpression': {
      const callee = node.callee as Node;
      const name = String(callee.name ?? '');
      if (callee.type !== 'Identifier' || !(Object.hasOwn(FUNCTIONS, name) || name === 'when'))
        throw new FormulaError('unknownFunction', `There is no function "${name}".`, { name });
      (node.arguments as Node[]).forEach((argument) => check(argument, references));
      return;
    }
  }
  throw new FormulaError(
    'unsupported',
    'A formula may calculate, compare, choose (a ? b : c) and call the functions listed.',
  );
}

function evaluate(node: Node, read: (code: string) => Value): Value {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'number' ? new Exact(String(node.raw)) : (node.value as Value);
    case 'Identifier':
      return read(node.name as string);
    case 'UnaryExpression': {
      const value = evaluate(node.argument as Node, read);
      if (node.operator === '!') return value === null ? null : !isTrue(value);
      return numbers([value], ([one]) => (node.operator === '-' ? one!.negated() : one!));
    }
    case 'ConditionalExpression': {
      const test = evaluate(node.test as Node, read);
      return evaluate((isTrue(test) ? node.consequent : node.alternate) as Node, read);
    }
    case 'CallExpression': {
      const name = (node.callee as Node).name as string;
      const given = node.arguments as Node[];
      if (name === 'when')
        return isTrue(evaluate(given[0]!, read))
          ? evaluate(given[1]!, read)
          : given[2]
            ? evaluate(given[2], read)
            : null;
      return FUNCTIONS[name]!(given.map((argument) => evaluate(argument, read)));
    }
    default:
      return combine(node, read);
  }
}

const isTrue = (value: Value): boolean => (BigNumber.isBigNumber(value) ? !value.isZero() : Boolean(value));

function combine(node: Node, read: (code: string) => Value): Value {
  const operator = node.operator as string;
  const left = evaluate(node.left as Node, read);
  if (operator === '&&') return isTrue(left) && isTrue(evaluate(node.right as Node, read));
  if (operator === '||') return isTrue(left) || isTrue(evaluate(node.right as Node, read));
  const right = evaluate(node.right as Node, read);
  const compare = COMPARISONS[operator];
  if (!compare) return numbers([left, right], ([a, b]) => OPERATIONS[operator]!(a!, b!));
  if (left === null || right === null)
    return operator === '==' ? left === right : operator === '!=' ? left !== right : null;
  if (BigNumber.isBigNumber(left) && BigNumber.isBigNumber(right))
    return compare(left.comparedTo(right) ?? Number.NaN);
  const [a, b] = [String(left), String(right)];
  return compare(a < b ? -1 : a > b ? 1 : 0);
}

/**
 * The way round a loop of formulas, `a → b → a`; undefined when there is none.
 * @param references of each formula by code
 */
export function findLoop(references: ReadonlyMap<string, ReadonlySet<string>>): string[] | undefined {
  const done = new Set<string>();
  const walk = (code: string, path: readonly string[]): string[] | undefined => {
    const start = path.indexOf(code);
    if (start >= 0) return [...path.slice(start), code];
    if (done.has(code)) return undefined;
    for (const next of references.get(code) ?? []) {
      const loop = references.has(next) ? walk(next, [...path, code]) : undefined;
      if (loop) return loop;
    }
    done.add(code);
    return undefined;
  };
  for (const code of references.keys()) {
    const loop = walk(code, []);
    if (loop) return loop;
  }
  return undefined;
}

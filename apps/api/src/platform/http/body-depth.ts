import { InvalidInputError } from '../errors/common.errors.js';

/** Deeper than any body of ours, and far from where turning it into classes would end the stack. */
const DEEPEST = 40;

/** @throws InvalidInputError when it is too deep, or has a member by which an object is made */
export function refuseTooDeep(body: unknown): void {
  let level: object[] = typeof body === 'object' && body !== null ? [body] : [];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST)
      throw new InvalidInputError([{ pointer: '', detail: 'The body is nested too deeply.', rule: 'depth' }]);
    // What turns it into classes would call it.
    if (level.some((each) => Object.hasOwn(each, 'constructor')))
      throw new InvalidInputError([
        { pointer: '', detail: 'No member is called "constructor".', rule: 'unknown' },
      ]);
    level = level.flatMap((each) =>
      Object.values(each).filter((inner): inner is object => typeof inner === 'object' && inner !== null),
    );
  }
}

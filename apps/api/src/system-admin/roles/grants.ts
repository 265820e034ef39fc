import { DATA_SCOPES, SYSTEM_ACTOR, type Actor, type DataScope } from '../../platform/auth/actor.js';
import { findPermission } from '../../platform/auth/permission-catalogue.js';
import type { FieldProblem } from '../../platform/errors/domain-error.js';

/** A permission and how far it reaches. */
export interface Grant {
  readonly code: string;
  readonly scope: DataScope;
}

const width = (scope: DataScope): number => DATA_SCOPES.indexOf(scope);
const reaches = (scope: DataScope | undefined, wanted: DataScope): boolean =>
  scope !== undefined && width(scope) >= width(wanted);

/** Grants as they are kept: one a permission, and the widest scope where a scope means nothing. */
export const asKept = (grants: readonly Grant[]): Grant[] =>
  grants.map(({ code, scope }) => ({ code, scope: findPermission(code)?.scoped ? scope : 'all' }));

/** Codes of what reaches further than this actor does herself: she may not hand it out, nor manage who has it. */
export function beyondOwn(grants: readonly Grant[], actor: Actor): string[] {
  if (actor === SYSTEM_ACTOR) return [];
  const beyond = grants.filter(({ code, scope }) => !reaches(actor.permissions.get(code), scope));
  return [...new Set(beyond.map(({ code }) => code))];
}

/**
 * What is wrong with a set of grants: a permission that does not exist, one given twice, or one that is of no use without
 * another that is missing or reaches less far (changing customers that one may not see).
 */
export function grantProblems(grants: readonly Grant[]): FieldProblem[] {
  const scopes = new Map(grants.map(({ code, scope }) => [code, scope]));
  return grants.flatMap(({ code, scope }, index): FieldProblem[] => {
    const pointer = `/permissions/${index}`;
    const declared = findPermission(code);
    if (!declared)
      return [{ pointer, rule: 'unknown', detail: `There is no permission "${code.slice(0, 60)}".` }];
    if (grants.findIndex((grant) => grant.code === code) !== index)
      return [{ pointer, rule: 'repeated', detail: `"${code}" is given twice.` }];
    return (declared.needs ?? [])
      .filter((needed) => !reaches(scopes.get(needed), findPermission(needed)?.scoped ? scope : 'all'))
      .map((needed) => ({
        pointer,
        rule: 'needs',
        detail: `"${code}" is of no use without "${needed}", reaching at least as far.`,
      }));
  });
}

import { whenViolated } from '../../platform/database/constraint-violations.js';
import { DuplicateRecordError, InvalidInputError } from '../../platform/errors/common.errors.js';
import { DomainError } from '../../platform/errors/domain-error.js';

export const refused = (pointer: string, rule: string, detail: string): InvalidInputError =>
  new InvalidInputError([{ pointer, rule, detail }]);

/** A customer would stand above itself. Who is not the caller's to see is a dot in the chain. */
export class RelationLoopError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'relations.loop',
    title: 'The relation would make a loop',
  };
  constructor(names: readonly (string | null)[]) {
    const chain = names.map((name) => name ?? '…').join(' → ');
    super(`This would make a loop: ${chain || 'the other customer is above this one already'}.`, { chain });
  }
}

/** A customer has one parent. */
export class HasParentError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'relations.has-parent',
    title: 'The customer has a parent already',
  };
  /** @param parent its name; null where the caller may not see it */
  constructor(child: string, parent: string | null) {
    const who = parent === null ? 'a customer that you may not see' : `"${parent}"`;
    super(`"${child}" has a parent already: ${who}. Remove that relation first.`, {
      child,
      parent: parent ?? '…',
    });
  }
}

/** The parent is in the recycle bin and may come back. */
export class ParentInRecycleBinError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'relations.parent-in-bin',
    title: 'The customer’s parent is in the recycle bin',
  };
  constructor(child: string, parent: string | null) {
    const who = parent === null ? 'a customer that you may not see' : `"${parent}"`;
    super(
      `The parent of "${child}", ${who}, is in the recycle bin. Restore it or remove it for good first.`,
      {
        child,
        parent: parent ?? '…',
      },
    );
  }
}

whenViolated('ck_customer_relations_loop', () => new RelationLoopError([]));
whenViolated('uq_customer_relations_parent', () => new HasParentError('…', null));
whenViolated('uq_customer_relations_ends', () => new DuplicateRecordError('relation', 'toId', ''));
whenViolated('ck_customer_relations_self', () =>
  refused('/toId', 'relatedToItself', 'A customer is not related to itself.'),
);
whenViolated('fk_customer_relations_kind', () =>
  refused('/kind', 'choice', 'There is no such kind of relation.'),
);

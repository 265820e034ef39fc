import { DomainError } from '../errors/domain-error.js';

export class ParentInBinError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'recycle-bin.parent-in-bin',
    title: 'What it belongs to is in the bin',
  };
  constructor(resource: string, parent: string, title: string) {
    super(
      `This ${resource} belongs to the ${parent} "${title}", which is in the recycle bin: restore that first.`,
      {
        resource,
        parent,
        title,
      },
    );
  }
}

export class NotYetPurgeableError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'recycle-bin.kept-until',
    title: 'Still within its retention period',
  };
  constructor(day: string, days: number) {
    super(`Deleted records are kept for ${days} days; this one may be removed for good from ${day}.`, {
      day,
      days,
    });
  }
}

export interface ReferenceCount {
  readonly resource: string;
  readonly count: number;
}

export class StillReferredToError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'recycle-bin.referred-to',
    title: 'Other records refer to it',
  };
  constructor(references: readonly ReferenceCount[]) {
    const what = references.map(({ resource, count }) => `${resource} × ${count}`).join(', ');
    super(`It cannot be removed for good, because other records refer to it: ${what}.`, { references, what });
  }
}

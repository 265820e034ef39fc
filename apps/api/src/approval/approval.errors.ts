import { whenViolated } from '../platform/database/constraint-violations.js';
import { DuplicateRecordError } from '../platform/errors/common.errors.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { ApprovalState } from './runs/approval-words.js';

whenViolated(
  'uq_approval_flows_name',
  ({ value }) => new DuplicateRecordError('approval-flow', 'name', value),
);
whenViolated('uq_approvals_open', () => new AlreadyUnderWayError());
whenViolated('ex_approval_delegations_overlap', () => new DelegationOverlapError());

export class AlreadyUnderWayError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'approval.under-way',
    title: 'Already under approval',
  };
  constructor() {
    super('This document is under approval already.');
  }
}

export class NoFlowError extends DomainError {
  static override readonly problem = { status: 409, code: 'approval.no-flow', title: 'No flow is on' };
  constructor(documentType: string) {
    super('No approval flow is switched on for this kind of document. Ask an administrator.', {
      documentType,
    });
  }
}

const OVER: Record<ApprovalState, string> = {
  running: 'This approval goes on.',
  returned: 'This was returned to the submitter; she may submit it again.',
  approved: 'This has been approved already.',
  withdrawn: 'The submitter has withdrawn this.',
  terminated: 'An administrator has ended this approval.',
};

export class ApprovalOverError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'approval.over',
    title: 'No longer under approval',
  };
  /** @param decidedBy who decided last, where somebody has */
  constructor(state: ApprovalState, decidedBy: string | null = null) {
    super(OVER[state], { state, decidedBy });
  }
}

export class VersionOutdatedError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'approval.version-outdated',
    title: 'Another version is under approval',
  };
  constructor(round: number) {
    super('The document was submitted again in another version. Look at it and decide on that one.', {
      round,
    });
  }
}

export class DocumentChangedError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'approval.document-changed',
    title: 'The document was changed',
  };
  constructor(changes: readonly string[]) {
    super(
      'The document was changed after it was submitted. Return it, so that it is submitted as it is now.',
      {
        changes,
      },
    );
  }
}

export class DocumentGoneError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'approval.document-gone',
    title: 'The document is gone',
  };
  constructor() {
    super('The document was deleted. An administrator can end this approval.');
  }
}

export class NotWaitingForYouError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'approval.not-waiting-for-you',
    title: 'Does not wait for you',
  };
  /** @param decidedBy who has decided meanwhile, where somebody has */
  constructor(
    reason: 'decided' | 'not-your-turn' | 'passed-on' | 'not-asked',
    decidedBy: string | null = null,
  ) {
    super(
      reason === 'decided'
        ? 'This stage has been decided meanwhile.'
        : reason === 'not-your-turn'
          ? 'Others are asked before you; you will be told when it is your turn.'
          : 'This does not wait for you (any more).',
      { reason, decidedBy },
    );
  }
}

export class UrgedRecentlyError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'approval.urged-recently',
    title: 'Urged recently',
  };
  constructor(nextAt: string) {
    super('You have urged them recently. Give them some time.', { nextAt });
  }
}

export class NotInBulkError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'approval.not-in-bulk',
    title: 'To be looked at one by one',
  };
  constructor() {
    super('This stage has its documents looked at one by one.');
  }
}

export class FlowUnderWayError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'approval-flow.in-use',
    title: 'Approvals took this flow',
  };
  constructor() {
    super('Approvals have taken this flow, so it stays. Switch it off instead.');
  }
}

export class DelegationOverlapError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'delegation.overlap',
    title: 'Another substitute has this time',
  };
  constructor() {
    super('Another substitute answers for this person at that time already.');
  }
}

import { DomainError } from '../errors/domain-error.js';

export class JobCancelledError extends DomainError {
  static override readonly problem = { status: 409, code: 'job.cancelled', title: 'Cancelled' };
  constructor() {
    super('The job was cancelled; nothing of it was kept.');
  }
}

export class JobOverError extends DomainError {
  static override readonly problem = { status: 409, code: 'job.over', title: 'Already over' };
  constructor(state: string) {
    super(`The job has already ended (${state}).`, { state });
  }
}

export class JobRequesterGoneError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'job.requester-gone',
    title: 'Requester is gone',
  };
  constructor() {
    super('Who asked for this may not sign in any more, so it was not done.');
  }
}

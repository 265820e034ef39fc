import { DomainError } from '../../platform/errors/domain-error.js';

export class SeeAsSelfError extends DomainError {
  static override readonly problem = { status: 409, code: 'user.see-as-self', title: 'Own account' };
  constructor() {
    super('You see the product as yourself already.');
  }
}

import { whenViolated } from '../../platform/database/constraint-violations.js';
import { DuplicateRecordError } from '../../platform/errors/common.errors.js';
import { DomainError } from '../../platform/errors/domain-error.js';

whenViolated('uq_webhooks_name', () => new DuplicateRecordError('webhook', 'name', ''));

export class TooManyWebhooksError extends DomainError {
  static override readonly problem = { status: 409, code: 'webhook.too-many', title: 'Too many webhooks' };
  constructor(most: number) {
    super('There are as many webhooks as there can be. Delete one that is not needed.', { most });
  }
}

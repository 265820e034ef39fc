export { CustomerModule } from './customer.module.js';
export { CreditChangesService } from './credit-changes/credit-changes.service.js';

export { DemoApprovals } from './demo-approvals.js';
export { DemoCompany } from './demo-company.js';

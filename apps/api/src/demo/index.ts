export { DemoCompany } from './demo-company.js';

export { SystemAdminModule } from './system-admin.module.js';
export { FirstRun } from './first-run/first-run.js';
export { DEMO_PASSWORD } from './auth/passwords.js';
export { DEMO_USERS } from './first-run/demo-people.js';

import 'reflect-metadata';
import { setupApp } from '../app.setup.js';
import { DemoCompany } from '../demo/index.js';
import { loadConfig } from '../platform/config/app-config.js';
import { migrateDatabase } from '../run-product.js';
import { FirstRun } from '../system-admin/index.js';

// Puts the demo company into an empty database; on one that has users it changes nothing.
const config = { ...loadConfig({ LOG_LEVEL: 'warn', ...process.env }), runJobs: false };
await migrateDatabase(config);
const app = await setupApp(config);
await app.init();
const { isFirst } = await app.get(FirstRun).prepare(true);
if (isFirst) await app.get(DemoCompany).fill();
console.log(isFirst ? 'The demo company is in.' : 'The database is in use; nothing was changed.');
await app.close();
process.exit(0);

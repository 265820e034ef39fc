import 'reflect-metadata';
import { loadConfig } from '../platform/config/app-config.js';
import { migrateDatabase } from '../run-product.js';

// Only the address of the database matters here; a one-shot migration job needs no signing secret.
const ran = await migrateDatabase(
  loadConfig({ JWT_SECRET: 'not-used-by-a-migration-run-0000000000', ...process.env }),
);
console.log(ran.length > 0 ? `Migrated: ${ran.join(', ')}` : 'Nothing to migrate.');
process.exit(0);

import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setupApp } from '../app.setup.js';
import { loadConfig } from '../platform/config/app-config.js';
import { createOpenApiDocument } from '../platform/openapi/openapi-document.js';

// Writes libs/api-client/openapi.json; with --check it only says whether the committed one is still true.
const TARGET = fileURLToPath(new URL('../../../../libs/api-client/openapi.json', import.meta.url));

const config = loadConfig({
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
  JWT_SECRET: 'not-used-to-describe-the-routes-0000000',
  LOG_LEVEL: 'silent',
});
const app = await setupApp(config, { preview: true });
const text = `${JSON.stringify(createOpenApiDocument(app), null, 2)}\n`;

if (process.argv.includes('--check')) {
  const same = readFileSync(TARGET, 'utf8') === text;
  console.log(
    same
      ? 'The committed API document is up to date.'
      : 'The API document is out of date: run `pnpm openapi` and commit.',
  );
  process.exit(same ? 0 : 1);
}
writeFileSync(TARGET, text);
console.log(`Wrote ${TARGET}`);
process.exit(0);

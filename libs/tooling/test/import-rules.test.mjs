import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import rules from '../../../.dependency-cruiser.mjs';
import { inRoot } from '../src/workspace.mjs';

const API = 'apps/api/src';

/** Files that keep the rules: `[file, what it imports]`. They are also what the broken ones import. */
const GOOD = [
  [`${API}/main.ts`, './app.module.js'],
  [
    `${API}/app.module.ts`,
    './platform/clock/clock.js',
    './customer/index.js',
    './pricing/index.js',
    './contract/index.js',
  ],
  [`${API}/platform/clock/clock.ts`],
  [`${API}/customer/index.ts`, './customer.service.js'],
  [`${API}/customer/customer.service.ts`, './customer.entity.js', '../platform/clock/clock.js', 'typeorm'],
  [`${API}/customer/customer.entity.ts`, 'typeorm', './customer.errors.js'],
  [`${API}/customer/customer.errors.ts`],
  [`${API}/customer/customer.controller.ts`, './customer.service.js', './dto/customer.dto.js'],
  [`${API}/customer/dto/customer.dto.ts`],
  [`${API}/customer/customer.e2e-spec.ts`, './customer.controller.js', 'supertest'],
  [`${API}/pricing/index.ts`, '../customer/index.js'],
  [`${API}/contract/index.ts`, '../pricing/index.js'],
  ['apps/web/src/main.ts', './app/App.vue'],
  ['apps/web/src/app/App.vue', '../customer/index'],
  ['apps/web/src/customer/index.ts', './CustomerPage.vue'],
  [
    'apps/web/src/customer/CustomerPage.vue',
    './customer.queries',
    '../shared/list/ListPage.vue',
    `import type { Customer } from '../shared/api/client';`,
  ],
  ['apps/web/src/customer/customer.queries.ts', '../shared/api/client'],
  ['apps/web/src/shared/api/client.ts'],
  ['apps/web/src/shared/list/ListPage.vue'],
  ['libs/mining/src/main.ts', './rfm.js'],
  ['libs/mining/src/rfm.ts'],
];

/** Each rule with a file that breaks it, and only it. */
const BROKEN = [
  ['door-of-customer', `${API}/customer/main.ts`, '../pricing/index.js'],
  ['door-of-pricing', `${API}/pricing/main.ts`, '../contract/index.js'],
  ['door-of-approval', `${API}/approval/main.ts`, '../customer/index.js'],
  ['door-of-system-admin', `${API}/system-admin/main.ts`, '../customer/index.js'],
  ['door-of-contract', `${API}/contract/main.ts`, '../planning/index.js', `${API}/planning/index.ts`],
  ['door-of-planning', `${API}/planning/main.ts`, '../customer/index.js'],
  ['door-of-service', `${API}/service/main.ts`, '../market/index.js', `${API}/market/index.ts`],
  ['door-of-market', `${API}/market/main.ts`, '../contract/index.js'],
  ['door-of-portal', `${API}/portal/main.ts`, '../analytics/index.js', `${API}/analytics/index.ts`],
  ['door-of-analytics', `${API}/analytics/main.ts`, '../customer/index.js'],
  ['analytics-reads-views-only', `${API}/analytics/migrations/main.ts`, '../../app.module.js'],
  ['every-room-has-a-door', `${API}/logistics/main.ts`, '../platform/clock/clock.js'],
  ['through-the-front-door', `${API}/contract/cli/main.ts`, '../../customer/customer.service.js'],
  ['platform-knows-no-business', `${API}/platform/main.ts`, '../customer/index.js'],
  ['core-knows-no-delivery', `${API}/customer/bench/other.events.ts`, '../dto/customer.dto.js'],
  ['controllers-know-no-database', `${API}/customer/cli/other.controller.ts`, 'typeorm'],
  ['mining-is-pure', 'libs/mining/bench/main.ts', 'typeorm'],
  ['api-and-web-never-meet', 'apps/web/src/bench/main.ts', '../../../api/src/customer/dto/customer.dto'],
  ['libs-know-no-app', 'libs/api-client/main.ts', '../../apps/web/src/shared/api/client'],
  ['components-ask-queries', 'apps/web/src/customer/cli/Other.vue', '../../shared/api/client'],
  ['web-features-through-index', 'apps/web/src/contract/main.ts', '../customer/customer.queries'],
  ['web-shared-knows-no-feature', 'apps/web/src/shared/main.ts', '../customer/index'],
  ['no-circle', `${API}/customer/cli/a.ts`, './b.js', `${API}/customer/cli/b.ts`, './a.js'],
  ['no-orphan', `${API}/customer/forgotten.ts`],
  ['no-test-in-production', `${API}/customer/cli/tested.ts`, '../customer.e2e-spec.js'],
  ['no-dev-dependency-in-production', `${API}/customer/cli/dev.ts`, 'supertest'],
  ['no-undeclared-package', `${API}/customer/cli/undeclared.ts`, 'lodash'],
  ['no-broken-import', `${API}/customer/cli/broken.ts`, './nowhere.js'],
];

const root = mkdtempSync(join(tmpdir(), 'juke-arch-'));

function write(file, ...imports) {
  const lines = imports.map((name) => (name.startsWith('import ') ? name : `import '${name}';`)).join('\n');
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(
    join(root, file),
    file.endsWith('.vue') ? `<script setup lang="ts">\n${lines}\n</script>` : lines,
  );
}

function writePackages() {
  const declare = { dependencies: { typeorm: '*' }, devDependencies: { supertest: '*' } };
  write('package.json');
  writeFileSync(join(root, 'package.json'), JSON.stringify({ name: 'fixture', type: 'module', ...declare }));
  for (const name of ['typeorm', 'supertest', 'lodash']) {
    write(`node_modules/${name}/index.js`);
    writeFileSync(
      join(root, `node_modules/${name}/package.json`),
      JSON.stringify({ name, main: 'index.js' }),
    );
  }
}

/** @returns {Map<string, Set<string>>} the rules that each file breaks */
function violations() {
  const config = inRoot('.dependency-cruiser.mjs');
  const run = spawnSync(
    inRoot('node_modules/.bin/depcruise'),
    ['--config', config, '--output-type', 'json', 'apps', 'libs'],
    { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  const found = new Map();
  for (const { rule, from } of JSON.parse(run.stdout).summary.violations) {
    found.set(from, (found.get(from) ?? new Set()).add(rule.name));
  }
  return found;
}

describe('import rules', () => {
  before(() => {
    writePackages();
    for (const [file, ...imports] of GOOD) write(file, ...imports);
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  it('lets a house in order pass', () => {
    assert.deepEqual([...violations()], []);
  });

  it('names the rule that each broken file breaks', () => {
    for (const [, file, target, otherFile, otherTarget] of BROKEN) {
      write(file, ...[target].filter(Boolean));
      if (otherFile) write(otherFile, ...[otherTarget].filter(Boolean));
    }
    const found = violations();
    for (const [rule, file] of BROKEN) assert.ok(found.get(file)?.has(rule), `${rule} is broken by ${file}`);
  });

  it('tries every rule', () => {
    const tried = new Set(BROKEN.map(([rule]) => rule));
    assert.deepEqual(
      rules.forbidden.map(({ name }) => name).filter((name) => !tried.has(name)),
      [],
    );
  });
});

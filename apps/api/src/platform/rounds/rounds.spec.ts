import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { AppConfig } from '../config/app-config.js';
import { Rounds } from './rounds.js';

const rounds = (runJobs = true) => new Rounds({ runJobs } as AppConfig);

describe('Rounds', () => {
  // What fails here fails on purpose.
  beforeAll(() => Logger.overrideLogger(false));
  afterAll(() => Logger.overrideLogger(['fatal', 'error', 'warn', 'log']));

  it('run again and again, never twice at a time, and go on after a failure', async () => {
    const looked = rounds();
    let [at, most, runs] = [0, 0, 0];
    looked.register({
      name: 'slow',
      everyMs: 5,
      run: async () => {
        runs += 1;
        at += 1;
        most = Math.max(most, at);
        await sleep(25);
        at -= 1;
      },
    });
    let failures = 0;
    looked.register({
      name: 'failing',
      everyMs: 5,
      run: () => Promise.reject(new Error(`no luck ${(failures += 1)}`)),
    });
    looked.onApplicationBootstrap();
    await sleep(150);
    await looked.beforeApplicationShutdown();
    expect(at).toBe(0);
    expect({ most, again: runs > 1, failedAgain: failures > 1 }).toEqual({
      most: 1,
      again: true,
      failedAgain: true,
    });
    const before = runs;
    await sleep(40);
    expect(runs).toBe(before);
  });

  it('run nowhere but where jobs do', async () => {
    const elsewhere = rounds(false);
    let runs = 0;
    elsewhere.register({ name: 'none', everyMs: 1, run: async () => (runs += 1) });
    elsewhere.onApplicationBootstrap();
    await sleep(20);
    await elsewhere.beforeApplicationShutdown();
    expect(runs).toBe(0);
  });
});

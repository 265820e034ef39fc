import { InvalidConfigError, loadConfig } from './app-config.js';

const GOOD = { DATABASE_URL: 'postgres://localhost/juke', JWT_SECRET: 'x'.repeat(32) };

describe('Configuration', () => {
  it('has a default for everything that is not a secret or an address', () => {
    expect(loadConfig(GOOD)).toMatchObject({ port: 3000, demo: false, logFormat: 'json', runJobs: true });
  });

  it.each([
    [{ PORT: 'eighty' }, 'PORT is "eighty"; it must be a whole number from 0 to 65535.'],
    [{ PORT: '70000' }, 'PORT is "70000"'],
    [{ DEMO: 'maybe' }, 'DEMO is "maybe"; it must be on or off.'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is "loud"; it must be one of fatal, error'],
    [{ JWT_SECRET: 'short' }, 'JWT_SECRET has 5 characters; it needs at least 32.'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must start with postgres://'],
    [{ DATABASE_URL: '' }, 'DATABASE_URL is not set'],
    [{ AUDIT_DAYS: '30' }, 'AUDIT_DAYS is 30; it must be 366 or more'],
    [{ WEBHOOK_NETWORKS: '10.0.0.0/8, lan' }, 'WEBHOOK_NETWORKS names "lan"'],
    [{ CORS_ORIGINS: 'https://a.example.com, *' }, 'CORS_ORIGINS names "*"'],
    [
      { JWT_SECRET_FILE: '/nowhere/secret' },
      'JWT_SECRET_FILE names "/nowhere/secret", which cannot be read.',
    ],
  ])('refuses %j with a sentence that says which and why', (change, sentence) => {
    expect(() => loadConfig({ ...GOOD, ...change })).toThrow(sentence);
  });

  it('names every wrong setting at once', () => {
    try {
      loadConfig({ PORT: '-1', DEMO: 'perhaps' });
      throw new Error('it started');
    } catch (error) {
      expect(error).toBeInstanceOf(InvalidConfigError);
      expect((error as InvalidConfigError).problems).toHaveLength(4);
    }
  });
});

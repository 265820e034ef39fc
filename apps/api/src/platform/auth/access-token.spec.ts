import { createSecretKey } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import jwt from 'jsonwebtoken';
import type { AppConfig } from '../config/app-config.js';
import { AccessTokens } from './access-token.js';

const CHECKS = 500;
const MEDIAN_LIMIT_US = 100;

describe('Checking an access token', () => {
  const config = {
    jwtKey: createSecretKey(Buffer.from('a-secret-for-tests-only-0123456789abcdef')),
    accessTokenSeconds: 900,
  } as AppConfig;
  const tokens = new AccessTokens(config);

  it('costs less than 100 µs at the median, seen for the first time: the secret is a KeyObject, never a string', () => {
    const unseen = Array.from({ length: CHECKS }, (_, index) =>
      tokens.sign({ sub: `user-${index}`, sid: 'session' }),
    );
    const times = unseen.map((token) => {
      const began = performance.now();
      tokens.check(token);
      return (performance.now() - began) * 1000;
    });
    expect(unseen.map((token) => tokens.check(token)?.sub)).toEqual(
      unseen.map((_, index) => `user-${index}`),
    );
    expect(times.sort((a, b) => a - b)[CHECKS / 2]).toBeLessThan(MEDIAN_LIMIT_US);
  });

  it('refuses another key, another issuer, a token without a signature, and what is no token', () => {
    const claims = { sub: 'user', sid: 'session' };
    const bad = [
      jwt.sign(claims, 'another-secret-0123456789abcdefghij', { issuer: 'juke-crm', expiresIn: 900 }),
      jwt.sign(claims, config.jwtKey, { issuer: 'elsewhere', expiresIn: 900 }),
      jwt.sign(claims, '', { issuer: 'juke-crm', algorithm: 'none', expiresIn: 900 }),
      'not-a-token',
    ];
    expect(bad.map((token) => tokens.check(token))).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('refuses an expired token, one it has seen good before too', () => {
    const token = tokens.sign({ sub: 'user', sid: 'session' });
    expect(tokens.check(token)).toMatchObject({ sub: 'user', sid: 'session' });
    expect(tokens.check(token, Date.now() + 901_000)).toBeUndefined();
  });
});

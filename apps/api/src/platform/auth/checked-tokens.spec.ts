import { CheckedTokens } from './checked-tokens.js';

describe('Tokens found good before', () => {
  const claims = { sub: 'user', sid: 'session', exp: 1_000 };

  it('are known until they expire, and not a moment longer', () => {
    const tokens = new CheckedTokens();
    tokens.remember('token', claims);
    expect(tokens.find('token', 999_999)).toBe(claims);
    expect(tokens.find('token', 1_000_000)).toBeUndefined();
    expect(tokens.find('token', 999_999)).toBeUndefined();
  });

  it('are known by every character', () => {
    const tokens = new CheckedTokens();
    tokens.remember('token', claims);
    expect(tokens.find('tokem', 0)).toBeUndefined();
  });

  it('are bounded in number', () => {
    const tokens = new CheckedTokens();
    for (let number = 0; number <= 5_000; number += 1) tokens.remember(`token ${number}`, claims);
    expect(tokens.find('token 0', 0)).toBeUndefined();
    expect(tokens.find('token 5000', 0)).toBe(claims);
  });
});

import { isCreditCode, tidyCreditCode } from './credit-code.js';

describe('A unified social credit code', () => {
  it.each(['91350100M000100Y43', '9144030071526726XG', '91110000802100433B'])('%s is right', (code) => {
    expect(isCreditCode(code)).toBe(true);
  });

  it.each([
    ['91350100M000100Y44', 'a wrong last character'],
    ['91350100M000100Y34', 'two characters changed over'],
    ['91350100M000100Y4', 'too short'],
    ['91350100M000100Y433', 'too long'],
    ['91350100I000100Y43', 'a letter that is left out'],
    ['91350100m000100y43', 'small letters'],
    ['', 'nothing'],
  ])('%s is wrong: %s', (code) => {
    expect(isCreditCode(code)).toBe(false);
  });

  it('notices any single character that is wrong', () => {
    const right = '91350100M000100Y43';
    for (let at = 0; at < right.length; at += 1)
      for (const other of '0123456789ABCDEFGHJKLMNPQRTUWXY')
        if (other !== right[at])
          expect(isCreditCode(right.slice(0, at) + other + right.slice(at + 1))).toBe(false);
  });

  it('is stored without spaces and in capitals', () => {
    expect(tidyCreditCode(' 9135 0100m000100y43 ')).toBe('91350100M000100Y43');
  });
});

import { instantText } from './instants-as-text.js';

describe('an instant as text', () => {
  it.each([
    ['2026-11-24 02:28:43+00', '2026-11-24T02:28:43.000Z'],
    ['2026-11-24 02:28:43.1+00', '2026-11-24T02:28:43.100Z'],
    ['2026-11-24 02:28:43.123456+00', '2026-11-24T02:28:43.123Z'],
    ['2026-11-24 02:28:43.999999+00', '2026-11-24T02:28:43.999Z'],
    ['2026-11-24 10:28:43.5+08', '2026-11-24T02:28:43.500Z'],
  ])('%s is sent as %s', (value, sent) => {
    expect(instantText(value)).toBe(sent);
    expect(sent.slice(0, 19)).toBe(
      new Date(value.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString().slice(0, 19),
    );
  });
});

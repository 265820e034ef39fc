import { describe, expect, it } from 'vitest';
import { deviceName } from './user-agent';

describe('The name of a device', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/143.0 Safari/537.36 Edg/143.0',
      'Edge · Windows',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0 Safari/537.36',
      'Chrome · Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19 Mobile Safari/604',
      'Safari · iOS',
    ],
    [
      'Mozilla/5.0 (Linux; Android 16) AppleWebKit/537 Chrome/130 Mobile Safari/537 MicroMessenger/8.0',
      'WeChat · Android',
    ],
    ['curl/8.5', 'curl/8.5'],
    [null, ''],
  ])('of %s is %s', (userAgent, name) => {
    expect(deviceName(userAgent)).toBe(name);
  });
});

import { describe, expect, it } from 'vitest';
import { i18n } from '../i18n/i18n';
import { formatSize } from '../format/file-size';
import { previewOf, textOf } from './file-kinds';

describe('What can be looked at', () => {
  it.each([
    ['image/png', 1000, 'picture'],
    ['application/pdf', 1000, 'pdf'],
    ['text/plain', 1000, 'text'],
    // Too large to be fetched for a look.
    ['image/png', 31 * 1024 * 1024, undefined],
    ['text/plain', 2 * 1024 * 1024, undefined],
    // What could run a script is no picture here.
    ['image/svg+xml', 1000, undefined],
    ['text/html', 1000, undefined],
    ['application/xml', 1000, undefined],
    [null, null, undefined],
  ])('%s of %s bytes: %s', (mediaType, size, preview) => {
    expect(previewOf({ mediaType, size })).toBe(preview);
  });

  it('reads texts of either Chinese encoding', () => {
    expect(textOf(new TextEncoder().encode('客户').buffer)).toBe('客户');
    expect(textOf(new Uint8Array([0xbf, 0xcd, 0xbb, 0xa7]).buffer)).toBe('客户');
  });
});

describe('Sizes', () => {
  it.each([
    [0, '0 bytes'],
    [1_536, '2 kB'],
    [5 * 1024 * 1024 + 400_000, '5.4 MB'],
  ])('%s bytes are %s', (bytes, text) => {
    i18n.global.locale.value = 'en';
    expect(formatSize(bytes)).toBe(text);
  });
});

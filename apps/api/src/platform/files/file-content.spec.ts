import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentType, refuseFalseName } from './file-content.js';
import { FileNameError, FileNotAllowedError } from './file.errors.js';

describe('What a file is', () => {
  const folder = mkdtempSync(join(tmpdir(), 'juke-content-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const typeOf = (content: Buffer) => {
    const path = join(folder, 'file');
    writeFileSync(path, content);
    return contentType(path);
  };
  const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');

  it.each([
    ['a PNG', hex('89504e470d0a1a0a 0000000d49484452 0000000100000001 0802000000907753de'), 'image/png'],
    ['a PDF', Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'), 'application/pdf'],
    ['Chinese text in UTF-8', Buffer.from('客户,城市\n聚客,太原\n'), 'text/plain'],
    ['Chinese text in GBK', hex('bfcdbba7 2c b3c7cad0 0a'), 'text/plain'],
    ['text in UTF-16', Buffer.concat([hex('fffe'), Buffer.from('客户a', 'utf16le')]), 'text/plain'],
    ['a page of HTML', Buffer.from('<!doctype html><script>alert(1)</script>'), 'text/plain'],
    ['unknown bytes', hex('00 01 02 03 f0 f1 f2 00'), 'application/octet-stream'],
    ['nothing', Buffer.alloc(0), 'application/octet-stream'],
  ])('%s is known by its content', async (_, content, type) => {
    expect(await typeOf(content)).toBe(type);
  });

  it.each([
    ['a Windows program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])],
    ['a Linux program', Buffer.concat([hex('7f454c46 02010100'), Buffer.alloc(200)])],
    ['a script', Buffer.from('#!/bin/sh\nrm -rf /\n')],
  ])('%s is not taken', async (_, content) => {
    await expect(typeOf(content)).rejects.toBeInstanceOf(FileNotAllowedError);
  });

  it('is not called a picture or a PDF when it is none; tables are often called what they are not', () => {
    for (const [name, type] of [
      ['photo.JPG', 'image/png'],
      ['contract.pdf', 'text/plain'],
      ['logo.webp', 'application/zip'],
    ] as const)
      expect(() => refuseFalseName(name, type)).toThrow(FileNameError);
    for (const [name, type] of [
      ['photo.JPG', 'image/jpeg'],
      ['contract.pdf', 'application/pdf'],
      ['客户.xls', 'text/plain'],
      ['notes', 'text/plain'],
      ['constructor', 'text/plain'],
      ['x.toString', 'text/plain'],
    ] as const)
      expect(() => refuseFalseName(name, type)).not.toThrow();
  });
});

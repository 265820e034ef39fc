import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Secrets of this installation, made on the first start and kept (0600), so that sessions outlive a restart.
 * @param {string} dataDir
 * @returns {{ JWT_SECRET: string }}
 * @throws Error with a sentence when the file is there but damaged: a new secret would silently sign everyone out
 */
export function loadSecrets(dataDir) {
  const file = join(dataDir, 'secrets.json');
  const text = read(file);
  if (text !== undefined) return parse(text, file);
  const secrets = { JWT_SECRET: randomBytes(48).toString('base64url') };
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function parse(text, file) {
  try {
    const secrets = JSON.parse(text);
    if (typeof secrets.JWT_SECRET === 'string') return secrets;
  } catch {
    // told below
  }
  throw new Error(
    `${file} is damaged. Restore it from the backup, or remove it: everyone then signs in anew.`,
  );
}

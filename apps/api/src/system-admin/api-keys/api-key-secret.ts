import { createHash, randomBytes } from 'node:crypto';
import { API_KEY_MARK } from '../../platform/auth/access.guard.js';

const SHOWN = API_KEY_MARK.length + 6;

/** 256 random bits: nothing to guess, so a plain hash protects it as well as a slow one. */
export const newSecret = (): string => API_KEY_MARK + randomBytes(32).toString('base64url');

/** By which a key is looked up: a comparison by hash tells nobody how much of a guess was right. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** What is kept in the open, so that people know it again. */
export const prefixOf = (secret: string): string => secret.slice(0, SHOWN);

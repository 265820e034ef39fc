import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Real data sets lie beside the repository, or where `REAL_DATA` says; they are no part of it. */
const FOLDER = process.env.REAL_DATA ?? fileURLToPath(new URL('../../../../shared/data/', import.meta.url));

export const hasRealData = (path: string): boolean => existsSync(join(FOLDER, path));
export const realData = (path: string): Buffer => readFileSync(join(FOLDER, path));

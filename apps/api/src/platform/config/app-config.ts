import { createSecretKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Everything an operator can set, typed. Built once at start by `loadConfig`. */
export interface AppConfig {
  readonly databaseUrl: string;
  readonly databasePoolSize: number;
  readonly host: string;
  readonly port: number;
  /** Folder of the built web app; undefined when a web server of its own serves it. */
  readonly webRoot: string | undefined;
  readonly filesDir: string;
  /** A KeyObject, never a string: parsing the secret on every verify costs more than the verify. */
  readonly jwtKey: KeyObject;
  readonly accessTokenSeconds: number;
  readonly refreshTokenDays: number;
  /** Refresh cookie only over HTTPS; off for plain http on localhost. */
  readonly secureCookies: boolean;
  readonly trustProxy: boolean;
  readonly demo: boolean;
  readonly migrateOnStart: boolean;
  readonly runJobs: boolean;
  readonly maxUploadBytes: number;
  readonly logLevel: LogLevel;
  readonly logFormat: 'pretty' | 'json';
}

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A wrong setting stops the start; the message names every wrong one and says why. */
export class InvalidConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration is not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'InvalidConfigError';
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads one setting at a time and remembers what was wrong, so that one start tells everything. */
class SettingsReader {
  readonly problems: string[] = [];
  constructor(private readonly env: Environment) {}

  /** `NAME`, or the content of the file named by `NAME_FILE` (container secrets). */
  raw(name: string): string | undefined {
    const file = this.env[`${name}_FILE`];
    if (!file) return this.env[name] || undefined;
    try {
      return readFileSync(file, 'utf8').trim();
    } catch {
      this.problems.push(`${name}_FILE names "${file}", which cannot be read.`);
      return undefined;
    }
  }

  text(name: string, fallback?: string): string {
    const value = this.raw(name) ?? fallback;
    if (value === undefined) this.problems.push(`${name} is not set, and it has no default.`);
    return value ?? '';
  }

  integer(name: string, fallback: number, least: number, most: number): number {
    const value = this.raw(name);
    if (value === undefined) return fallback;
    const number = Number(value);
    if (Number.isInteger(number) && number >= least && number <= most) return number;
    this.problems.push(`${name} is "${value}"; it must be a whole number from ${least} to ${most}.`);
    return fallback;
  }

  flag(name: string, fallback: boolean): boolean {
    const value = this.raw(name)?.toLowerCase();
    if (value === undefined) return fallback;
    if (['true', 'on', '1', 'yes'].includes(value)) return true;
    if (['false', 'off', '0', 'no'].includes(value)) return false;
    this.problems.push(`${name} is "${value}"; it must be on or off.`);
    return fallback;
  }

  choice<T extends string>(name: string, allowed: readonly T[], fallback: T): T {
    const value = this.raw(name);
    if (value === undefined) return fallback;
    const found = allowed.find((one) => one === value);
    if (!found) this.problems.push(`${name} is "${value}"; it must be one of ${allowed.join(', ')}.`);
    return found ?? fallback;
  }
}

const MIN_SECRET_LENGTH = 32;

function databaseUrl(read: SettingsReader): string {
  const value = read.text('DATABASE_URL');
  if (value && !/^postgres(ql)?:\/\//.test(value)) {
    read.problems.push('DATABASE_URL must start with postgres:// or postgresql://.');
  }
  return value;
}

function jwtKey(read: SettingsReader): KeyObject {
  const value = read.text('JWT_SECRET');
  if (value && value.length < MIN_SECRET_LENGTH) {
    read.problems.push(`JWT_SECRET has ${value.length} characters; it needs at least ${MIN_SECRET_LENGTH}.`);
  }
  return createSecretKey(Buffer.from(value || 'unusable'));
}

/** @throws InvalidConfigError naming every setting that is missing or wrong. */
export function loadConfig(env: Environment): AppConfig {
  const read = new SettingsReader(env);
  const webRoot = read.raw('WEB_ROOT');
  const config: AppConfig = {
    databaseUrl: databaseUrl(read),
    databasePoolSize: read.integer('DATABASE_POOL_SIZE', 16, 2, 200),
    host: read.text('HOST', '127.0.0.1'),
    port: read.integer('PORT', 3000, 0, 65_535),
    webRoot: webRoot ? resolve(webRoot) : undefined,
    filesDir: resolve(read.text('FILES_DIR', '.data/files')),
    jwtKey: jwtKey(read),
    accessTokenSeconds: read.integer('ACCESS_TOKEN_SECONDS', 900, 30, 86_400),
    refreshTokenDays: read.integer('REFRESH_TOKEN_DAYS', 14, 1, 365),
    secureCookies: read.flag('SECURE_COOKIES', false),
    trustProxy: read.flag('TRUST_PROXY', false),
    demo: read.flag('DEMO', false),
    migrateOnStart: read.flag('MIGRATE_ON_START', false),
    runJobs: read.flag('RUN_JOBS', true),
    maxUploadBytes: read.integer('MAX_UPLOAD_MB', 100, 1, 4096) * 1024 * 1024,
    logLevel: read.choice('LOG_LEVEL', LOG_LEVELS, 'info'),
    logFormat: read.choice('LOG_FORMAT', ['pretty', 'json'] as const, 'json'),
  };
  if (read.problems.length > 0) throw new InvalidConfigError(read.problems);
  return config;
}

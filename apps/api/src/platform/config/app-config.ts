import { createSecretKey, type KeyObject } from 'node:crypto';
import { resolve } from 'node:path';
import { isNetwork } from '../outgoing/networks.js';
import { mailSettings, type MailSettings } from './mail-settings.js';
import { InvalidConfigError, SettingsReader, type Environment } from './settings-reader.js';
import { ssoSettings, type SsoSettings } from './sso-settings.js';

export { InvalidConfigError } from './settings-reader.js';

/** Everything an operator can set, typed. Built once at start by `loadConfig`. */
export interface AppConfig {
  readonly databaseUrl: string;
  /** The owner of the schema, for migrations only; the application's own user where there is no other. */
  readonly migrationDatabaseUrl: string;
  /** Whether somebody else owns the schema, the queue's included. */
  readonly hasOwnerApart: boolean;
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
  /** A session ends when no open screen renewed it for so long. */
  readonly sessionIdleHours: number;
  /** Refresh cookie only over HTTPS; off for plain http on localhost. */
  readonly secureCookies: boolean;
  readonly trustProxy: boolean;
  /** Where people open the product; links in mails and the way back from the identity provider start here. */
  readonly publicUrl: string;
  /** Undefined: no mail is sent, and administrators hand links over themselves. */
  readonly mail: MailSettings | undefined;
  /** Undefined: people sign in with a password only. */
  readonly sso: SsoSettings | undefined;
  readonly demo: boolean;
  readonly migrateOnStart: boolean;
  readonly runJobs: boolean;
  readonly maxUploadBytes: number;
  /** Days that deleted records are kept before they may be removed for good. */
  readonly recycleBinDays: number;
  /** Days that the audit log is kept; 0 keeps it for good. */
  readonly auditDays: number;
  /** Changes one account may make in a minute; 0 is without bound. */
  readonly changesPerMinute: number;
  /** Requests other than reads that one address may make in a minute without an account; 0 is without bound. */
  readonly anonymousPerMinute: number;
  /** Other origins whose pages may call the API from a browser; none unless told. */
  readonly corsOrigins: readonly string[];
  /** Private networks that webhooks may call, and without TLS; none unless told. */
  readonly outgoingNetworks: readonly string[];
  /** From the first packet of a webhook's call to the last of its answer. */
  readonly outgoingTimeoutMs: number;
  readonly logLevel: LogLevel;
  readonly logFormat: 'pretty' | 'json';
}

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const MIN_SECRET_LENGTH = 32;

function databaseUrl(read: SettingsReader, name: string, fallback?: string): string {
  const value = read.text(name, fallback);
  if (value && !/^postgres(ql)?:\/\//.test(value)) {
    read.problems.push(`${name} must start with postgres:// or postgresql://.`);
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

function publicUrl(read: SettingsReader, port: number): string {
  const value = read.address('PUBLIC_URL', ['http:', 'https:']);
  return (value ?? `http://localhost:${port}`).replace(/\/+$/, '');
}

/** Origins separated by commas; `*` is refused, because the refresh cookie goes with such requests. */
function corsOrigins(read: SettingsReader): string[] {
  const origins = (read.raw('CORS_ORIGINS') ?? '')
    .split(',')
    .map((origin) => origin.trim())
    .filter(Boolean);
  for (const origin of origins)
    if (!URL.canParse(origin) || new URL(origin).origin !== origin)
      read.problems.push(`CORS_ORIGINS names "${origin}"; an origin looks like https://portal.example.com.`);
  return origins;
}

/** A year at least, or for good: a shorter log is no log. */
function auditDays(read: SettingsReader): number {
  const days = read.integer('AUDIT_DAYS', 0, 0, 36_500);
  if (days > 0 && days < 366)
    read.problems.push(`AUDIT_DAYS is ${days}; it must be 366 or more, or 0 for good.`);
  return days;
}

/** Networks separated by commas, `10.1.0.0/16,127.0.0.1`. */
function outgoingNetworks(read: SettingsReader): string[] {
  const networks = (read.raw('WEBHOOK_NETWORKS') ?? '').split(',').map((network) => network.trim());
  for (const network of networks)
    if (network && !isNetwork(network))
      read.problems.push(`WEBHOOK_NETWORKS names "${network}"; a network looks like 10.1.0.0/16.`);
  return networks.filter(Boolean);
}

/** @throws InvalidConfigError naming every setting that is missing or wrong. */
export function loadConfig(env: Environment): AppConfig {
  const read = new SettingsReader(env);
  const webRoot = read.raw('WEB_ROOT');
  const address = databaseUrl(read, 'DATABASE_URL');
  const port = read.integer('PORT', 3000, 0, 65_535);
  const config: AppConfig = {
    databaseUrl: address,
    migrationDatabaseUrl: databaseUrl(read, 'MIGRATION_DATABASE_URL', address),
    hasOwnerApart: read.flag('MIGRATED_BY_OWNER', read.raw('MIGRATION_DATABASE_URL') !== undefined),
    databasePoolSize: read.integer('DATABASE_POOL_SIZE', 16, 4, 200),
    host: read.text('HOST', '127.0.0.1'),
    port,
    webRoot: webRoot ? resolve(webRoot) : undefined,
    filesDir: resolve(read.text('FILES_DIR', '.data/files')),
    jwtKey: jwtKey(read),
    accessTokenSeconds: read.integer('ACCESS_TOKEN_SECONDS', 900, 30, 86_400),
    refreshTokenDays: read.integer('REFRESH_TOKEN_DAYS', 14, 1, 365),
    sessionIdleHours: read.integer('SESSION_IDLE_HOURS', 72, 1, 8_760),
    secureCookies: read.flag('SECURE_COOKIES', false),
    trustProxy: read.flag('TRUST_PROXY', false),
    publicUrl: publicUrl(read, port),
    mail: mailSettings(read),
    sso: ssoSettings(read),
    demo: read.flag('DEMO', false),
    migrateOnStart: read.flag('MIGRATE_ON_START', false),
    runJobs: read.flag('RUN_JOBS', true),
    maxUploadBytes: read.integer('MAX_UPLOAD_MB', 100, 1, 4096) * 1024 * 1024,
    recycleBinDays: read.integer('RECYCLE_BIN_DAYS', 30, 0, 3650),
    auditDays: auditDays(read),
    changesPerMinute: read.integer('CHANGES_PER_MINUTE', 3_000, 0, 1_000_000),
    anonymousPerMinute: read.integer('ANONYMOUS_PER_MINUTE', 300, 0, 1_000_000),
    corsOrigins: corsOrigins(read),
    outgoingNetworks: outgoingNetworks(read),
    outgoingTimeoutMs: read.integer('WEBHOOK_TIMEOUT_SECONDS', 15, 1, 30) * 1000,
    logLevel: read.choice('LOG_LEVEL', LOG_LEVELS, 'info'),
    logFormat: read.choice('LOG_FORMAT', ['pretty', 'json'] as const, 'json'),
  };
  if (read.problems.length > 0) throw new InvalidConfigError(read.problems);
  return config;
}

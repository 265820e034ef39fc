import type { LoggerService } from '@nestjs/common';
import type { FastifyBaseLogger } from 'fastify';
import pretty from 'pino-pretty';
import type { AppConfig } from '../config/app-config.js';

/** What the framework says of every route and module at every start. */
const FRAMEWORK_CHATTER = new Set([
  'RouterExplorer',
  'RoutesResolver',
  'InstanceLoader',
  'NestFactory',
  'NestApplication',
]);

/** Gives Nest's log lines to the server's own logger (pino), so that there is one stream in one format. */
export class ServerLogger implements LoggerService {
  constructor(private readonly logger: FastifyBaseLogger) {}

  log(message: unknown, context?: string): void {
    const level = FRAMEWORK_CHATTER.has(context ?? '') ? 'debug' : 'info';
    this.logger[level]({ context }, String(message));
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.logger.error({ context: rest.at(-1) }, String(message));
  }
  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }
  debug(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }
  verbose(message: unknown, context?: string): void {
    this.logger.trace({ context }, String(message));
  }
}

/** Options of the server's logger; undefined is silence. JSON for machines, one short line for people. */
export function loggerOptions({
  logLevel,
  logFormat,
}: Pick<AppConfig, 'logLevel' | 'logFormat'>): object | false {
  if (logLevel === 'silent') return false;
  const options = { level: logLevel, redact: { paths: REDACTED, censor: '[redacted]' }, base: undefined };
  if (logFormat === 'json') return options;
  return {
    ...options,
    stream: pretty({
      colorize: process.stdout.isTTY,
      translateTime: 'SYS:HH:MM:ss',
      ignore: 'context',
      singleLine: true,
      sync: true,
    }),
  };
}

/** Never in a log: what opens doors. */
const REDACTED = [
  'req.headers.authorization',
  'req.headers.cookie',
  'req.headers["x-api-key"]',
  'res.headers["set-cookie"]',
  '*.password',
  '*.currentPassword',
  '*.newPassword',
  '*.accessToken',
];

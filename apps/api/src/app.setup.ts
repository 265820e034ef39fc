import { randomUUID } from 'node:crypto';
import { VersioningType } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import cors from '@fastify/cors';
import multipart from '@fastify/multipart';
import { LogController, type FastifyBaseLogger } from 'fastify';
import { AppModule } from './app.module.js';
import type { AppConfig } from './platform/config/app-config.js';
import { loggerOptions, ServerLogger } from './platform/logging/logger.js';
import { addEtags, storeAnswers } from './platform/http/answer-hooks.js';
import { IdempotencyKeys } from './platform/http/idempotency-keys.js';
import { addSecurityHeaders } from './platform/http/security-headers.js';
import { PIECE_TYPE } from './platform/files/uploads.js';
import { serveWebApp } from './platform/http/web-app.js';

const BODY_LIMIT_BYTES = 2 * 1024 * 1024;

const CONTENT_SECURITY_POLICY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  connectSrc: ["'self'"],
  // A PDF that was fetched is shown by the browser's own viewer, which to a browser is a frame and a plug-in.
  frameSrc: ["'self'", 'blob:'],
  fontSrc: ["'self'", 'data:'],
  objectSrc: ['blob:'],
  frameAncestors: ["'none'"],
  baseUri: ["'self'"],
  formAction: ["'self'"],
  upgradeInsecureRequests: null,
};

function createAdapter(config: AppConfig): FastifyAdapter {
  return new FastifyAdapter({
    logger: loggerOptions(config),
    // One line an answer is written below, with its time; the server's own two say less.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustProxy,
    bodyLimit: BODY_LIMIT_BYTES,
    genReqId: () => randomUUID(),
    // A logger of its own for every request costs more than the request's id in the few lines that want it.
    childLoggerFactory: (logger: FastifyBaseLogger) => logger,
    routerOptions: { maxParamLength: 200 },
  });
}

/** The application as both `main.ts` and the tests run it: same pipes, filters, prefix, plugins. */
export async function setupApp(config: AppConfig, { preview = false } = {}): Promise<NestFastifyApplication> {
  const adapter = createAdapter(config);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), adapter, {
    logger: config.logLevel === 'silent' ? false : new ServerLogger(adapter.getInstance().log),
    abortOnError: false,
    // Routes without their providers: enough to describe the API where there is no database.
    preview,
  });
  app.setGlobalPrefix('api');
  app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' });
  addSecurityHeaders(adapter.getInstance(), {
    contentSecurityPolicy: { directives: CONTENT_SECURITY_POLICY },
    strictTransportSecurity: config.secureCookies,
  });
  addEtags(adapter.getInstance());
  storeAnswers(adapter.getInstance(), () => app.get(IdempotencyKeys));
  await app.register(cookie);
  if (config.corsOrigins.length > 0)
    await app.register(cors, { origin: [...config.corsOrigins], credentials: true, maxAge: 600 });
  await app.register(compress, {
    threshold: 2048,
    encodings: ['gzip', 'identity'],
    globalDecompression: false,
  });
  // One byte above our own limit: the plugin cuts a file off at its limit without a word, ours refuses it.
  await app.register(multipart, {
    limits: { files: 1, fields: 10, fileSize: config.maxUploadBytes + 1 },
    throwFileSizeLimit: true,
  });
  // Pieces of an upload go to disk as they come.
  adapter
    .getInstance()
    .addContentTypeParser(
      PIECE_TYPE,
      (_request: unknown, content: unknown, done: (error: null, body: unknown) => void) =>
        done(null, content),
    );
  logRequests(adapter);
  if (config.webRoot) await serveWebApp(app, config.webRoot);
  return app;
}

/** One line per answered request, with its id and time; the id goes back to the caller. */
function logRequests(adapter: FastifyAdapter): void {
  const server = adapter.getInstance();
  server.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    const { method, url, id } = request;
    request.log.info(
      {
        requestId: id,
        method,
        path: url.split('?')[0],
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'request',
    );
    done();
  });
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const ONE_YEAR_MS = 365 * 24 * 3600 * 1000;

/** Serves the built web app beside the API: hashed assets for a year, the page itself never from a cache. */
export async function serveWebApp(app: NestFastifyApplication, webRoot: string): Promise<void> {
  if (!existsSync(join(webRoot, 'index.html')))
    throw new Error(`WEB_ROOT "${webRoot}" holds no index.html: build the web app first.`);
  await app.register(fastifyStatic, {
    root: webRoot,
    wildcard: false,
    preCompressed: true,
    maxAge: 0,
    setHeaders: (reply, path) => {
      const hashed = /[\\/]assets[\\/]/.test(path);
      const policy = hashed ? `public, max-age=${ONE_YEAR_MS / 1000}, immutable` : 'no-cache';
      void reply.header('cache-control', policy);
    },
  });
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  // A path that is no file and no API route is a page of the single-page app.
  server.get('/*', (request, reply) => {
    // A dot in what is asked for (`?q=li.na`) names no file; one at the end of the path does.
    const [path = ''] = request.url.split('?');
    if (path.startsWith('/api/') || /\.[a-z0-9]+$/i.test(path)) return reply.callNotFound();
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').sendFile('index.html');
  });
}

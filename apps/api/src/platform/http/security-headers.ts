import type { FastifyInstance } from 'fastify';
import helmet, { type HelmetOptions } from 'helmet';

/**
 * Helmet's headers on every answer. They are the same for all, so they are asked for once: helmet itself writes the content
 * security policy anew for every request.
 */
export function addSecurityHeaders(server: FastifyInstance, options: HelmetOptions): void {
  const headers: Record<string, string> = {};
  const collector = {
    setHeader: (name: string, value: string) => void (headers[name.toLowerCase()] = value),
    removeHeader: () => undefined,
  };
  helmet(options)({} as never, collector as never, () => undefined);
  server.addHook('onRequest', (_, reply, done) => {
    void reply.headers(headers);
    done();
  });
  // What the API answers is somebody's data: no cache on the way keeps it, nor this browser's after signing out.
  server.addHook('onSend', (request, reply, payload, done) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control'))
      void reply.header('cache-control', 'no-store');
    done(null, payload);
  });
}

import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { ServerResponse } from 'node:http';
import type { Actor, ActorRequest } from '../auth/actor.js';
import { LiveHub, type LiveMessage } from './live-hub.js';

/** Comment lines keep proxies from closing a quiet stream. */
const HEARTBEAT_MS = 20_000;
/** The stream ends with the access token it was opened with, at the latest; the client comes back with a fresh one. */
const LONGEST_MS = 15 * 60_000;
/** A client that stopped reading is dropped before it fills our memory. */
const MOST_BUFFERED_BYTES = 1024 * 1024;

@Injectable()
export class EventStreams implements BeforeApplicationShutdown {
  private readonly openStreams = new Set<ServerResponse>();

  constructor(private readonly hub: LiveHub) {}

  open(actor: Actor, request: ActorRequest, reply: FastifyReply): void {
    reply.hijack();
    const stream = reply.raw;
    stream.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    stream.write('retry: 1000\n\n');
    this.openStreams.add(stream);
    const leave = this.hub.listen(actor, (message) => send(stream, message));
    const heartbeat = setInterval(() => stream.write(': still here\n\n'), HEARTBEAT_MS);
    const end = setTimeout(() => stream.end(), LONGEST_MS);
    request.raw.on('close', () => {
      leave();
      clearInterval(heartbeat);
      clearTimeout(end);
      this.openStreams.delete(stream);
    });
  }

  beforeApplicationShutdown(): void {
    for (const stream of this.openStreams) stream.end();
  }
}

function send(stream: ServerResponse, { id, name, data }: LiveMessage): void {
  if (stream.writableLength > MOST_BUFFERED_BYTES) {
    stream.destroy();
    return;
  }
  stream.write(`${id ? `id: ${id}\n` : ''}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
}

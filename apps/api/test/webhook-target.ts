import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface WebhookTarget {
  readonly url: string;
  readonly received: readonly Received[];
  /** How it answers from now on; 200 unless told. */
  answerWith(answer: (reply: ServerResponse) => void): void;
  /** Waits until so many calls came. */
  calls(count: number): Promise<readonly Received[]>;
  close(): Promise<void>;
}

/** Waits until something is so, or fails. */
export async function until<T>(what: string, look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  for (let tries = 0; tries < 200; tries += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Waited in vain: ${what}.`);
}

/** A receiver of webhooks on this machine. */
export async function openWebhookTarget(): Promise<WebhookTarget> {
  const received: Received[] = [];
  let answer = (reply: ServerResponse): void => void reply.end('ok');
  const server = createServer((request, reply) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      answer(reply);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    answerWith: (next) => (answer = next),
    calls: (count) =>
      until(`${count} calls`, () => (received.length >= count ? received.slice(0, count) : undefined)),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

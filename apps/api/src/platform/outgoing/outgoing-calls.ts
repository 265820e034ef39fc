import { once } from 'node:events';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { Inject, Injectable } from '@nestjs/common';
import type { AppConfig } from '../config/app-config.js';
import { APP_CONFIG } from '../config/config.module.js';
import { checkedLookup, readTarget } from './outgoing-target.js';

export interface CallOutcome {
  readonly status: number;
  /** Beginning of the answer as text. */
  readonly answer: string;
}

/** Kept of an answer; what comes after it is not even read. */
const KEPT_BYTES = 1_024;

/** Calls to addresses that people typed: never into our own network, never for long, never following a redirect. */
@Injectable()
export class OutgoingCalls {
  constructor(@Inject(APP_CONFIG) private readonly config: AppConfig) {}

  /** @throws TargetRefusedError when this address may not be called */
  check(text: string): void {
    readTarget(text, this.config.outgoingNetworks);
  }

  /** @throws TargetRefusedError, or what the network says; `timeout` when it took too long */
  async post(
    address: string,
    body: string,
    headers: Record<string, string>,
    stop: AbortSignal,
  ): Promise<CallOutcome> {
    const allowed = this.config.outgoingNetworks;
    const url = readTarget(address, allowed);
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const call = send(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      lookup: checkedLookup(url, allowed),
      // A connection of its own: none that another target's answer may have left behind.
      agent: false,
      signal: stop,
    });
    let isLate = false;
    const end = setTimeout(() => {
      isLate = true;
      call.destroy();
    }, this.config.outgoingTimeoutMs);
    // What comes after the answer's beginning is nobody's concern, and no reason to end the process.
    call.on('error', () => undefined);
    try {
      const answered = once(call, 'response') as Promise<[IncomingMessage]>;
      call.end(body);
      const [response] = await answered;
      return { status: response.statusCode ?? 0, answer: await readBeginning(response) };
    } catch (error) {
      throw isLate ? new Error('timeout', { cause: error }) : error;
    } finally {
      clearTimeout(end);
      call.destroy();
    }
  }
}

async function readBeginning(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= KEPT_BYTES) break;
  }
  // A character cut in two and what no database text holds go.
  return Buffer.concat(chunks)
    .subarray(0, KEPT_BYTES)
    .toString('utf8')
    .replaceAll('\0', '')
    .replaceAll('\uFFFD', '');
}

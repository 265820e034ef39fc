import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AppConfig } from '../config/app-config.js';
import { OutgoingCalls } from './outgoing-calls.js';

const callsWith = (outgoingNetworks: string[]): OutgoingCalls =>
  new OutgoingCalls({ outgoingNetworks, outgoingTimeoutMs: 1_000 } as unknown as AppConfig);
const never = new AbortController().signal;

describe('A call to an address that somebody typed', () => {
  let server: Server;
  let port: number;
  let calls = 0;
  let reply = (write: (text: string) => void, end: () => void): void => {
    write('taken');
    end();
  };
  beforeAll(async () => {
    server = createServer((_, response) => {
      calls += 1;
      reply(
        (text) => void response.write(text),
        () => void response.end(),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('is not made where a name leads into a private network', async () => {
    for (const address of [`https://localhost:${port}/`, `https://127.0.0.1:${port}/`])
      await expect(callsWith([]).post(address, '{}', {}, never)).rejects.toMatchObject({
        problem: 'private-network',
      });
    await expect(callsWith([]).post('https://nowhere.invalid/', '{}', {}, never)).rejects.toMatchObject({
      problem: 'name',
    });
    expect(calls).toBe(0);
  });

  it('without TLS goes only to networks that the operator allowed', async () => {
    await expect(
      callsWith(['10.0.0.0/8']).post(`http://localhost:${port}/`, '{}', {}, never),
    ).rejects.toMatchObject({ problem: 'https' });
    expect(
      await callsWith(['127.0.0.0/8', '::1']).post(`http://localhost:${port}/`, '{}', {}, never),
    ).toEqual({ status: 200, answer: 'taken' });
  });

  it('ends in time however slowly the answer drips', async () => {
    reply = (write) => void setInterval(() => write('.'), 100).unref();
    const started = Date.now();
    await expect(
      callsWith(['127.0.0.0/8']).post(`http://127.0.0.1:${port}/`, '{}', {}, never),
    ).rejects.toThrow('timeout');
    expect(Date.now() - started).toBeLessThan(3_000);
  });
});

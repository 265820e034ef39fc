import { performance } from 'node:perf_hooks';
import { Pool } from 'undici';
import { quantile } from './figures.mjs';

/**
 * @typedef {{ method?: string, path: string, body?: string, headers?: Record<string, string> }} LoadRequest
 * @typedef {{ perSecond: number, p50: number, p95: number, latencies: number[] }} LoadResult times in ms
 */

/**
 * Sends a bounded number of requests over keep-alive connections, each of which always has one under way.
 * @param {object} options
 * @param {string} options.url origin; loopback only
 * @param {(index: number) => LoadRequest} options.request the request with this number
 * @param {number} options.amount
 * @param {number} [options.connections]
 * @param {number} [options.expected] HTTP status of every answer
 * @returns {Promise<LoadResult>}
 * @throws Error when an answer has another status: a fast failure is no throughput
 */
export async function runLoad({ url, request, amount, connections = 16, expected = 200 }) {
  const pool = new Pool(url, { connections, pipelining: 1 });
  const latencies = [];
  let next = 0;
  const worker = async () => {
    while (next < amount) {
      const one = request(next++);
      const began = performance.now();
      const { statusCode, body } = await pool.request({ method: 'GET', ...one });
      const text = await body.text();
      latencies.push(performance.now() - began);
      if (statusCode !== expected)
        throw new Error(`${one.path} answered ${statusCode}: ${text.slice(0, 300)}`);
    }
  };
  const began = performance.now();
  try {
    await Promise.all(Array.from({ length: connections }, worker));
  } finally {
    await pool.destroy();
  }
  const seconds = (performance.now() - began) / 1000;
  return {
    perSecond: amount / seconds,
    p50: quantile(latencies, 0.5),
    p95: quantile(latencies, 0.95),
    latencies,
  };
}

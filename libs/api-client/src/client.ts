import createClient, { type Client } from 'openapi-fetch';
import type { components, operations, paths } from './schema.js';

export type { components, operations, paths };

/** A schema of the API document by its name: `Schema<'CustomerDto'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

export type ApiClient = Client<paths>;

/** The API, typed from its own document. `fetch` is the caller's: it knows about tokens. */
export const createApiClient = (baseUrl: string, fetch: typeof globalThis.fetch): ApiClient =>
  // Lists are told apart by repeating the parameter: `city=上海&city=苏州`.
  createClient<paths>({ baseUrl, fetch, querySerializer: { array: { style: 'form', explode: true } } });

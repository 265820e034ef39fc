import type { Schema } from '@juke/api-client';
import { bodyOf, client } from '../api/client';
import type { ListParams } from '../api/list-types';
import type { Job } from '../job/job.queries';

export type BulkRun = Schema<'BulkRunDto'>;
export type BulkRow = Schema<'BulkRowDto'>;

/** Rows ticked, or all that a list is narrowed to. */
export type Chosen = { readonly ids: readonly string[] } | { readonly query: ListParams };

export interface BulkRequest {
  readonly resource: string;
  readonly action: string;
  readonly chosen: Chosen;
  readonly values?: Record<string, unknown>;
  /** As many as were confirmed; undefined where that is only an estimate. */
  readonly expected?: number;
}

export const startBulkRun = ({ resource, action, chosen, values, expected }: BulkRequest): Promise<Job> => {
  const which =
    'ids' in chosen ? { ids: [...chosen.ids] } : { query: chosen.query as Record<string, unknown> };
  const body = { resource, action, ...which, ...(values && { values }), expected };
  return bodyOf(client.POST('/api/v1/bulk-runs', { body }));
};

export const readBulkRun = (id: string): Promise<BulkRun> =>
  bodyOf(client.GET('/api/v1/bulk-runs/{id}', { params: { path: { id } } }));

export const undoBulkRun = (id: string): Promise<Job> =>
  bodyOf(client.POST('/api/v1/bulk-runs/{id}/undo', { params: { path: { id } } }));

/** The first refused rows; all of them are in the file. */
export async function readRefused(jobId: string): Promise<BulkRow[]> {
  const query = { jobId: [jobId], outcome: ['refused' as const], limit: 50 };
  return (await bodyOf(client.GET('/api/v1/bulk-rows', { params: { query } }))).items;
}

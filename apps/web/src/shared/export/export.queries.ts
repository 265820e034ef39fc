import type { Schema } from '@juke/api-client';
import { bodyOf, client } from '../api/client';
import type { Job } from '../api/contract';
import type { ListParams } from '../api/list-types';
import { ApiProblem } from '../api/problem';
import { isUnderWay } from '../job/job.queries';

export type ExportFormat = Schema<'CreateExportDto'>['format'];

export interface ExportRequest {
  /** What to take out, `customer` or `sales-statistics`. */
  readonly resource: string;
  readonly format: ExportFormat;
  /** Filters, `q` and `sort` of the list; for statistics also `groupBy`. */
  readonly query: ListParams;
  /** In order; all that the caller may see unless told. */
  readonly columns?: readonly string[];
}

/** Milliseconds; most exports are done at the first look, long ones are asked for less and less often. */
const FIRST_WAIT = 250;
const LONGEST_WAIT = 3_000;

async function finished(job: Job, signal: AbortSignal): Promise<Job> {
  let current = job;
  for (let wait = FIRST_WAIT; isUnderWay(current); wait = Math.min(wait * 1.6, LONGEST_WAIT)) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    current = await bodyOf(client.GET('/api/v1/jobs/{id}', { params: { path: { id: job.id } }, signal }));
  }
  return current;
}

/**
 * Has a list or a statistic written to a file and fetches it.
 *
 * @throws ApiProblem when it is refused or the job fails
 */
export async function fetchExport(
  { resource, format, query, columns }: ExportRequest,
  signal: AbortSignal,
): Promise<{ name: string; content: Blob }> {
  const body = { resource, format, query, ...(columns && { columns: [...columns] }) };
  const job = await finished(await bodyOf(client.POST('/api/v1/exports', { body, signal })), signal);
  if (job.state !== 'succeeded') {
    const { code = 'job.cancelled', detail = '', params = {} } = (job.error ?? {}) as Partial<ApiProblem>;
    throw new ApiProblem(500, code, detail, params);
  }
  const { fileId, fileName } = job.result as { fileId: string; fileName: string };
  return { name: fileName, content: await fetchFile(fileId, signal) };
}

/** A file of one's own, such as an export made earlier. */
export async function fetchFile(id: string, signal?: AbortSignal): Promise<Blob> {
  const content = await bodyOf(
    client.GET('/api/v1/files/{id}/content', { params: { path: { id } }, parseAs: 'blob', signal }),
  );
  return content as unknown as Blob;
}

import type { Caller } from './app.js';

export interface BegunImport {
  id: string;
  fileId: string;
  state: string;
  source: { format: string; encoding: { name: string; confidence: number }; headers: { id: string }[] };
  mapping: { field: string; column: string; rule: string }[];
  resources: string[];
  missing: string[];
  sameFile: unknown;
  remembered: unknown;
}

export interface ImportSummary {
  rows: number;
  withProblems: number;
  counts: { resource: string; created: number; existing: number }[];
  problems: unknown[];
  written: unknown[];
}

export interface EndedJob {
  state: string;
  error: unknown;
  result: ImportSummary;
}

export async function upload(caller: Caller, name: string, content: Buffer): Promise<BegunImport> {
  const { body: file } = await caller.post('/files').attach('file', content, name).expect(201);
  return (
    await caller
      .post('/imports')
      .send({ fileId: (file as { id: string }).id })
      .expect(201)
  ).body as BegunImport;
}

/** Waits for a job; how long is the machine's affair. */
export async function finish(caller: Caller, jobId: string): Promise<EndedJob> {
  for (let tries = 0; tries < 2_000; tries += 1) {
    const { body } = await caller.get(`/jobs/${jobId}`).expect(200);
    if (!['queued', 'running'].includes((body as EndedJob).state)) return body as EndedJob;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The job did not end.');
}

export async function step(caller: Caller, id: string, action: 'check' | 'run' | 'undo'): Promise<EndedJob> {
  const { body } = await caller.post(`/imports/${id}/${action}`).expect(202);
  return finish(caller, (body as { id: string }).id);
}

/** The whole way of one file, as guessed or with some columns assigned by hand (field → column). */
export async function importFile(
  caller: Caller,
  name: string,
  content: Buffer,
  assigned: Record<string, string> = {},
  action: 'check' | 'run' = 'run',
): Promise<EndedJob> {
  const begun = await upload(caller, name, content);
  const byHand = Object.entries(assigned).map(([field, column]) => ({ field, column, rule: 'as-is' }));
  if (byHand.length > 0) {
    const kept = begun.mapping.filter(({ field }) => !(field in assigned));
    await caller
      .patch(`/imports/${begun.id}`)
      .send({ mapping: [...kept, ...byHand] })
      .expect(200);
  }
  return step(caller, begun.id, action);
}

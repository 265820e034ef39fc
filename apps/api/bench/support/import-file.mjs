import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

async function call(url, options, expected) {
  const answer = await fetch(url, options);
  const body = await answer.json();
  assert.equal(answer.status, expected, JSON.stringify(body));
  return body;
}

/**
 * Uploads a file, takes the mapping that the server guesses, runs the import and waits for its end.
 * @param {string} url of the API
 * @param {{ authorization: string }} headers
 * @param {Buffer} file CSV
 * @returns {Promise<object>} the job's result: counts by resource
 * @throws AssertionError when any step is refused or the job fails
 */
export async function importFile(url, headers, file) {
  const base = `${url}/api/v1`;
  const form = new FormData();
  form.set('file', new Blob([file], { type: 'text/csv' }), 'customers.csv');
  const { id: fileId } = await call(`${base}/files`, { method: 'POST', headers, body: form }, 201);
  const json = { ...headers, 'content-type': 'application/json' };
  const begun = await call(
    `${base}/imports`,
    { method: 'POST', headers: json, body: JSON.stringify({ fileId }) },
    201,
  );
  assert.deepEqual(begun.resources, ['customer']);
  let job = await call(`${base}/imports/${begun.id}/run`, { method: 'POST', headers }, 202);
  while (['queued', 'running'].includes(job.state)) {
    await sleep(50);
    job = await call(`${base}/jobs/${job.id}`, { headers }, 200);
  }
  assert.equal(job.state, 'succeeded', JSON.stringify(job.error));
  assert.equal(job.result.withProblems, 0, JSON.stringify(job.result.problems));
  return job.result;
}

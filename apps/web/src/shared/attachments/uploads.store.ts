import { useEventListener } from '@vueuse/core';
import { defineStore } from 'pinia';
import { reactive, ref, watch } from 'vue';
import { ApiProblem } from '../api/problem';
import { uploadFile } from '../api/upload';
import { useRefresh } from '../api/useRefresh';
import { problemText } from '../i18n/problem-text';
import { useSession } from '../session/session.store';
import { addVersion, attach, type FilesOf, staleOf } from './attachment.queries';

export interface UploadEntry {
  readonly key: number;
  readonly file: File;
  readonly of: FilesOf;
  /** The attachment it is a new version of; undefined: a new attachment. */
  readonly versionOf?: string;
  /** 0 to 1. */
  part: number;
  state: 'queued' | 'sending' | 'waiting' | 'failed';
  problem: string;
  /** A file that is refused stays refused. */
  mayRetry: boolean;
  /** Once it is there; only attaching is left then. */
  fileId?: string;
  stopping: AbortController;
}

/** Side by side; more would only share the same line. */
const AT_ONCE = 2;

/** Files on their way to their records. They go on while one looks at other pages. */
export const useUploads = defineStore('uploads', () => {
  const entries = ref<UploadEntry[]>([]);
  const refresh = useRefresh();
  const session = useSession();
  let count = 0;

  function add(files: readonly File[], of: FilesOf, versionOf?: string): void {
    for (const file of files)
      entries.value.push(
        reactive({
          key: (count += 1),
          file,
          of,
          versionOf,
          part: 0,
          state: 'queued',
          problem: '',
          mayRetry: true,
          stopping: new AbortController(),
        }) as UploadEntry,
      );
    next();
  }

  function next(): void {
    const running = entries.value.filter(({ state }) => state === 'sending' || state === 'waiting').length;
    const queued = entries.value.filter(({ state }) => state === 'queued');
    for (const entry of queued.slice(0, Math.max(0, AT_ONCE - running))) void run(entry);
  }

  async function run(entry: UploadEntry): Promise<void> {
    entry.state = 'sending';
    const { signal } = entry.stopping;
    try {
      entry.fileId ??= (
        await uploadFile(entry.file, (part) => (entry.part = part), signal, {
          onWaiting: (isWaiting) => (entry.state = isWaiting ? 'waiting' : 'sending'),
        })
      ).id;
      entry.part = 1;
      await bind(entry, entry.fileId);
      forget(entry);
      await refresh(...staleOf(entry.of));
    } catch (problem) {
      entry.state = 'failed';
      entry.problem = signal.aborted ? '' : problemText(problem);
      entry.mayRetry = !(problem instanceof ApiProblem && [403, 404, 413, 422].includes(problem.status));
    }
    next();
  }

  /** When the answer to an earlier try was lost, it is attached already. */
  async function bind({ of, versionOf }: UploadEntry, fileId: string): Promise<void> {
    try {
      await (versionOf ? addVersion(versionOf, fileId) : attach({ ...of, fileId }));
    } catch (problem) {
      if (!(problem instanceof ApiProblem && problem.code === 'attachment.file-taken')) throw problem;
    }
  }

  const forget = ({ key }: UploadEntry) =>
    void (entries.value = entries.value.filter((each) => each.key !== key));

  function cancel(entry: UploadEntry): void {
    forget(entry);
    entry.stopping.abort();
  }

  function retry(entry: UploadEntry): void {
    Object.assign(entry, { state: 'queued', problem: '', stopping: new AbortController() });
    next();
  }

  // Nothing goes out in the name of whoever comes next.
  watch(
    () => session.user?.id,
    () => entries.value.forEach(cancel),
  );
  useEventListener(window, 'beforeunload', (event) => {
    if (entries.value.some(({ state }) => state !== 'failed')) event.preventDefault();
  });
  return { entries, add, cancel, retry };
});

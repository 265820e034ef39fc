import { onScopeDispose, ref, shallowRef, watch } from 'vue';
import { type Attachment, fetchContent } from './attachment.queries';
import { type Preview, previewOf, textOf } from './file-kinds';

/**
 * The content of a file, for looking at. It is fetched with the session's token and shown from memory, under the type
 * that the server found in it: what calls itself a picture and is a page of HTML is never one here.
 */
export function useFileContent(file: () => Attachment | undefined) {
  const kind = ref<Preview>();
  const url = ref<string>();
  const text = ref<string>();
  const problem = shallowRef<unknown>();
  let reading = new AbortController();

  function clear(): void {
    reading.abort();
    if (url.value) URL.revokeObjectURL(url.value);
    url.value = text.value = problem.value = undefined;
  }

  async function load(): Promise<void> {
    clear();
    const wanted = file();
    kind.value = wanted && previewOf(wanted);
    if (!wanted || !kind.value) return;
    const { signal } = (reading = new AbortController());
    try {
      const content = await fetchContent(wanted.id, undefined, signal);
      const bytes = await content.arrayBuffer();
      if (signal.aborted) return;
      if (kind.value === 'text') text.value = textOf(bytes);
      else url.value = URL.createObjectURL(new Blob([bytes], { type: wanted.mediaType! }));
    } catch (failure) {
      if (!signal.aborted) problem.value = failure;
    }
  }

  watch(() => file()?.id, load, { immediate: true });
  onScopeDispose(clear);
  return { kind, url, text, problem, load };
}

import { ElMessage } from 'element-plus';
import 'element-plus/theme-chalk/el-message.css';
import { onScopeDispose, ref } from 'vue';
import { problemText } from '../i18n/problem-text';
import { type ExportRequest, fetchExport } from './export.queries';

function saveAs(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Browsers read the address after the click; it is given back once they surely have.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Exports and downloads; says so when it fails. A page that is left stops waiting, and the bell tells of the file. */
export function useExport() {
  const isExporting = ref(false);
  const left = new AbortController();
  onScopeDispose(() => left.abort());

  async function run(request: ExportRequest): Promise<void> {
    isExporting.value = true;
    try {
      const { name, content } = await fetchExport(request, left.signal);
      saveAs(name, content);
    } catch (problem) {
      if (!left.signal.aborted) ElMessage.error(problemText(problem));
    } finally {
      isExporting.value = false;
    }
  }
  return { isExporting, run };
}

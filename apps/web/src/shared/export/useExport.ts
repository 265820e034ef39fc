import { ElMessage } from 'element-plus';
import 'element-plus/theme-chalk/el-message.css';
import { onScopeDispose, ref } from 'vue';
import { problemText } from '../i18n/problem-text';
import { saveAs } from './save-file';
import { type ExportRequest, fetchExport } from './export.queries';

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

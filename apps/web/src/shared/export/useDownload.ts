import { ElMessage } from 'element-plus';
import 'element-plus/theme-chalk/el-message.css';
import { problemText } from '../i18n/problem-text';
import { fetchFile } from './export.queries';
import { saveAs } from './save-file';

/** Fetches a stored file into the browser's downloads; says so when it fails. */
export function useDownload() {
  async function run(fetchIt: () => Promise<void>): Promise<void> {
    try {
      await fetchIt();
    } catch (problem) {
      ElMessage.error(problemText(problem));
    }
  }
  const download = (fileId: string, fileName: string) =>
    run(async () => saveAs(fileName, await fetchFile(fileId)));
  return { download, run };
}

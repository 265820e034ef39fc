import { defineAsyncComponent } from 'vue';
import { needWords } from '../i18n/i18n';

const withWords = async <T>(load: () => Promise<T>): Promise<T> => {
  const [part] = await Promise.all([load(), needWords('attachments.title')]);
  return part;
};

/** Files and links of any record; code and words come when the first of them is shown. */
export const RecordFiles = defineAsyncComponent(() => withWords(() => import('./RecordFiles.vue')));

/** Names of files in a line of text; a click shows the file. */
export const FileChips = defineAsyncComponent(() => withWords(() => import('./FileChips.vue')));

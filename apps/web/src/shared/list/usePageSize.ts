import { useLocalStorage } from '@vueuse/core';

/** Rows a page of a list, remembered in this browser. */
export const usePageSize = (key: string) => useLocalStorage(`juke.page-size.${key}`, 50);

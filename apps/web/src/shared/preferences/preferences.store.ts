import { useDark, useLocalStorage, useMediaQuery, useToggle } from '@vueuse/core';
import { defineStore } from 'pinia';

/** What this browser remembers about how its user likes the app to look. */
export const usePreferences = defineStore('preferences', () => {
  const isDark = useDark({ storageKey: 'juke.theme' });
  const toggleDark = useToggle(isDark);
  const isSidebarCollapsed = useLocalStorage('juke.sidebar-collapsed', false);
  const isDense = useLocalStorage('juke.dense', true);
  const isPhone = useMediaQuery('(max-width: 767px)');
  return { isDark, toggleDark, isSidebarCollapsed, isDense, isPhone };
});

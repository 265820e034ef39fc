import { useEventListener } from '@vueuse/core';
import { ref } from 'vue';

const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;

/**
 * Takes files that are dropped on an element, or anywhere on the page. An element takes them before the page does.
 * @param isOpen whether they are wanted now
 */
export function useFileDrop(
  target: () => HTMLElement | null | undefined,
  isOpen: () => boolean,
  take: (files: File[]) => void,
) {
  const isOver = ref(false);
  /** Entering a child leaves its parent: counted, so that the hint does not flicker. */
  let depth = 0;
  const on = (name: 'dragenter' | 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void) =>
    useEventListener(target, name, (event) => {
      if (!holdsFiles(event) || !isOpen()) return;
      event.preventDefault();
      event.stopPropagation();
      act(event);
      isOver.value = depth > 0;
    });
  on('dragenter', () => (depth += 1));
  on('dragover', () => undefined);
  on('dragleave', () => (depth = Math.max(0, depth - 1)));
  on('drop', (event) => {
    depth = 0;
    // A folder has no type and no size that could be read.
    const files = [...(event.dataTransfer?.items ?? [])]
      .filter((item) => item.webkitGetAsEntry()?.isDirectory !== true)
      .flatMap((item) => item.getAsFile() ?? []);
    if (files.length > 0) take(files);
  });
  return { isOver };
}

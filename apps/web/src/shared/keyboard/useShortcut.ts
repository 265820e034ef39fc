import { useEventListener } from '@vueuse/core';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/**
 * Runs the handler for a combination such as `/`, `alt+arrowleft` or `ctrl+enter` (Ctrl or ⌘) while the component
 * lives. A bare key does nothing while somebody types.
 */
export function useShortcut(combination: string, handler: () => void): void {
  const parts = combination.split('+');
  const key = parts.pop() ?? '';
  const wants = (name: string) => parts.includes(name);
  const isMeant = (event: KeyboardEvent) =>
    event.key.toLowerCase() === key &&
    event.altKey === wants('alt') &&
    (event.ctrlKey || event.metaKey) === wants('ctrl') &&
    (parts.length > 0 || !isTyping(event.target));
  useEventListener(
    window,
    'keydown',
    (event) => {
      if (!isMeant(event)) return;
      event.preventDefault();
      event.stopPropagation();
      handler();
    },
    { capture: true }, // before the field in focus: a selector keeps every Enter to itself
  );
}

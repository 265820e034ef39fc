import { onMounted, shallowRef } from 'vue';

/** True once what it stands beside has been painted: for what nobody looks for before the rows are there. */
export function useAfterPaint() {
  const isPainted = shallowRef(false);
  onMounted(() => requestAnimationFrame(() => requestAnimationFrame(() => (isPainted.value = true))));
  return isPainted;
}

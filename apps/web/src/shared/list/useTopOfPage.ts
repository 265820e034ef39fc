import { type Ref, watch } from 'vue';

/** Other rows begin at their top; the same ones, read anew, stay where they were being looked at. */
export function useTopOfPage(
  body: Readonly<Ref<HTMLElement | null>>,
  rows: Ref<readonly unknown[]>,
  place: Ref<string>,
): void {
  let shown = place.value;
  watch(
    rows,
    () => {
      if (place.value === shown) return;
      shown = place.value;
      (body.value?.querySelector('.scroller') ?? body.value?.closest('main'))?.scrollTo({ top: 0 });
    },
    { flush: 'post' },
  );
}

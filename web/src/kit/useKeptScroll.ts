import { nextTick, onActivated, onBeforeUnmount, onMounted, type Ref } from 'vue';

/** Puts an element back to where it was scrolled when its page is shown again. */
export function useKeptScroll(element: Ref<HTMLElement | null | undefined>): void {
  let top = 0;
  let left = 0;

  function note(): void {
    if (!element.value?.isConnected) return;
    top = element.value.scrollTop;
    left = element.value.scrollLeft;
  }

  onMounted(() => element.value?.addEventListener('scroll', note, { passive: true }));
  onBeforeUnmount(() => element.value?.removeEventListener('scroll', note));
  onActivated(() => void nextTick(() => element.value?.scrollTo(left, top)));
}

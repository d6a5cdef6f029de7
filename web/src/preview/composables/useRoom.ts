import { onBeforeUnmount, ref, watch, type Ref } from 'vue';

/** The inner size of an element in CSS pixels, less `padding` on both axes, kept up to date. */
export function useRoom(element: Readonly<Ref<HTMLElement | null>>, padding: number) {
  const room = ref({ width: 0, height: 0 });
  const observer = new ResizeObserver(([entry]) => {
    const target = entry?.target;
    if (!(target instanceof HTMLElement) || target.clientWidth === 0) return;
    room.value = { width: target.clientWidth - padding, height: target.clientHeight - padding };
  });
  watch(
    element,
    (now, before) => {
      if (before) observer.unobserve(before);
      if (now) observer.observe(now);
    },
    { immediate: true },
  );
  onBeforeUnmount(() => observer.disconnect());
  return { room };
}

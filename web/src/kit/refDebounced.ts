import { onScopeDispose, readonly, ref, watch, type Ref } from 'vue';

/** Follows `source` once it has been still for `wait` milliseconds. */
export function refDebounced<T>(source: Ref<T>, wait: number): Readonly<Ref<T>> {
  const late = ref(source.value) as Ref<T>;
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(source, (value) => {
    clearTimeout(timer);
    timer = setTimeout(() => (late.value = value), wait);
  });
  onScopeDispose(() => clearTimeout(timer));
  return readonly(late) as Readonly<Ref<T>>;
}

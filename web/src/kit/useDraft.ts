import { ref, watch, type Ref } from 'vue';

interface Kept<T> {
  at: string;
  base?: number;
  value: T;
}

/**
 * Keeps a form's content in this browser until it is saved or thrown away.
 *
 * @param place  name of the draft, e.g. `customer.new`
 * @param form   the content
 * @param dirty  whether there is anything worth keeping
 * @param base   version of the thing the form started from
 */
export function useDraft<T>(place: string, form: Ref<T>, dirty: () => boolean, base?: () => number | undefined) {
  const key = `kedang.draft.${place}`;
  const restoredAt = ref<string>();
  const restoredBase = ref<number>();

  function restore(): boolean {
    try {
      const text = localStorage.getItem(key);
      if (!text) return false;
      const kept = JSON.parse(text) as Kept<T>;
      form.value = { ...form.value, ...kept.value };
      restoredAt.value = kept.at;
      restoredBase.value = kept.base;
      return true;
    } catch {
      localStorage.removeItem(key);
      return false;
    }
  }

  function forget(): void {
    localStorage.removeItem(key);
    restoredAt.value = undefined;
  }

  watch(
    form,
    (value) => {
      if (!dirty()) {
        localStorage.removeItem(key);
        return;
      }
      const kept: Kept<T> = { at: new Date().toISOString(), base: base?.(), value };
      localStorage.setItem(key, JSON.stringify(kept));
    },
    { deep: true },
  );

  return { restoredAt, restoredBase, restore, forget };
}

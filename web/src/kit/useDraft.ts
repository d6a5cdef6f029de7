import { ref, watch, type Ref } from 'vue';
import { useSession } from '@/session/session';

interface Kept<T, B> {
  at: string;
  base?: B;
  value: T;
}

/**
 * Keeps a form's content in this browser, for this person, until it is saved or thrown away.
 *
 * @param place  name of the draft, e.g. `customer.new`
 * @param form   the content
 * @param dirty  whether there is anything worth keeping
 * @param base   the stored thing the form started from; restored with the draft, so that a change
 *     made by others since then is noticed as a stale version
 */
export function useDraft<T, B = undefined>(
  place: string,
  form: Ref<T>,
  dirty: () => boolean,
  base?: Ref<B | undefined>,
) {
  const key = `kedang.draft.${useSession().person?.id ?? ''}.${place}`;
  const restoredAt = ref<string>();

  function restore(): boolean {
    try {
      const text = localStorage.getItem(key);
      if (!text) return false;
      const kept = JSON.parse(text) as Kept<T, B>;
      if (base && kept.base) base.value = kept.base;
      form.value = { ...form.value, ...kept.value };
      restoredAt.value = kept.at;
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
      const kept: Kept<T, B> = { at: new Date().toISOString(), base: base?.value, value };
      localStorage.setItem(key, JSON.stringify(kept));
    },
    { deep: true },
  );

  return { restoredAt, restore, forget };
}

import { ref, toValue, watch, type MaybeRefOrGetter, type Ref } from 'vue';
import { useSession } from '@/session/session';

interface Kept<T, B> {
  at: string;
  base?: B;
  value: Partial<T>;
}

function pick(from: object, names: readonly string[], wanted: boolean): Record<string, unknown> {
  return Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name) === wanted));
}

/**
 * Keeps a form's content in this browser, for this person, until it is saved or thrown away.
 *
 * @param place  name of the draft, e.g. `customer.new`
 * @param form   the content
 * @param dirty  whether there is anything worth keeping
 * @param base   the stored thing the form started from; restored with the draft, so that a change
 *     made by others since then is noticed as a stale version
 * @param never  fields that are kept neither of the form nor of the base: what not everybody may see
 *     must not lie about in a browser
 */
export function useDraft<T extends object, B extends object | undefined = undefined>(
  place: string,
  form: Ref<T>,
  dirty: () => boolean,
  base?: Ref<B | undefined>,
  never: MaybeRefOrGetter<readonly string[]> = [],
) {
  const key = `kedang.draft.${useSession().person?.id ?? ''}.${place}`;
  const restoredAt = ref<string>();

  function restore(): boolean {
    try {
      const text = localStorage.getItem(key);
      if (!text) return false;
      const kept = JSON.parse(text) as Kept<T, B>;
      if (base && kept.base) base.value = { ...pick(base.value ?? {}, toValue(never), true), ...pick(kept.base, toValue(never), false) } as B;
      form.value = { ...form.value, ...pick(kept.value, toValue(never), false) };
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

  function keep(): void {
    const kept: Kept<T, B> = {
      at: new Date().toISOString(),
      base: base?.value && (pick(base.value, toValue(never), false) as B),
      value: pick(form.value, toValue(never), false) as Partial<T>,
    };
    localStorage.setItem(key, JSON.stringify(kept));
  }

  watch(form, () => (dirty() ? keep() : localStorage.removeItem(key)), { deep: true });

  return { restoredAt, restore, forget };
}

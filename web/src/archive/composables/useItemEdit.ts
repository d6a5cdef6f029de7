import { computed, ref, shallowRef, watch, type Ref } from 'vue';
import { useQueryClient } from '@tanstack/vue-query';
import type { Item, Problem } from '@/api/contract';
import { http } from '@/api/http';
import { problemOf } from '@/api/problems';
import { differences, type Difference } from '@/kit/conflict';
import { useDraft } from '@/kit/useDraft';
import { type ItemDraft, draftOf, isChanged, itemFields, patchOf } from '../itemDraft';
import { dossierChanged, keys } from '../queries';

/** What the typed values started from; kept with them, so that a change by others since then is noticed. */
interface Base {
  version: number;
  original: ItemDraft;
}

function baseOf(item: Item): Base {
  return { version: item.version, original: draftOf(item) };
}

/** Editing one item: typed values kept until saved, a stale save settled field by field. */
export function useItemEdit(item: Readonly<Ref<Item>>) {
  const queries = useQueryClient();
  const base = ref<Base | undefined>(baseOf(item.value));
  const original = computed(() => base.value?.original ?? draftOf(item.value));
  const version = computed(() => base.value?.version ?? item.value.version);
  const form = ref<ItemDraft>(draftOf(item.value));
  const saving = ref(false);
  const problem = shallowRef<Problem>();
  const conflict = shallowRef<Difference[]>([]);
  const settling = ref(false);
  let current: Item | undefined;

  const changed = computed(() => isChanged(original.value, form.value));
  const draft = useDraft(`item.${item.value.id}`, form, () => changed.value, base);
  draft.restore();

  // An item changed elsewhere shows at once, unless something is typed here: then saving settles it.
  watch(item, (now) => {
    if (!changed.value) take(now);
  });

  function take(now: Item): void {
    base.value = baseOf(now);
    form.value = draftOf(now);
  }

  async function save(): Promise<boolean> {
    if (saving.value || !changed.value) return !changed.value;
    saving.value = true;
    problem.value = undefined;
    try {
      const patch = patchOf(original.value, form.value);
      saved(await http.patch<Item>(`/api/items/${item.value.id}`, patch, version.value));
      return true;
    } catch (error) {
      refuse(problemOf(error));
      return false;
    } finally {
      saving.value = false;
    }
  }

  function saved(now: Item): void {
    draft.forget();
    take(now);
    queries.setQueryData(keys.item(now.id), now);
    dossierChanged(queries, now.dossierId);
  }

  function refuse(found: Problem): void {
    if (found.slug !== 'stale-version' || !found.current) {
      problem.value = found;
      return;
    }
    current = found.current as Item;
    conflict.value = differences(itemFields, original.value, form.value, draftOf(current));
    settling.value = true;
  }

  async function settle(values: Record<string, unknown>): Promise<void> {
    if (!current) return;
    base.value = baseOf(current);
    form.value = { ...draftOf(current), ...values } as ItemDraft;
    queries.setQueryData(keys.item(current.id), current);
    await save();
  }

  function discard(): void {
    form.value = { ...original.value, keywords: [...original.value.keywords] };
    draft.forget();
    problem.value = undefined;
  }

  return {
    form,
    changed,
    saving,
    problem,
    conflict,
    settling,
    restoredAt: draft.restoredAt,
    save,
    settle,
    discard,
  };
}

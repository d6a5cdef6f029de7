import { computed, type Ref } from 'vue';
import { useQuery } from '@tanstack/vue-query';
import type { Item, Page } from '@/api/contract';
import { http } from '@/api/http';
import { keys } from '../queries';

const size = 200;

/** On which page of the dossier's items, in the order of their numbers, an item should stand. */
export function pageOf(itemNumber: string): number {
  const sequence = Number(/(\d+)$/.exec(itemNumber)?.[1] ?? '1');
  return Math.max(1, Math.ceil(sequence / size));
}

/** The items before and after one in its dossier, in the order of their numbers. */
export function useSiblings(item: Readonly<Ref<Item | undefined>>) {
  const page = computed(() => (item.value ? pageOf(item.value.number) : 1));
  const { data } = useQuery({
    queryKey: computed(
      () => [...keys.itemList(item.value?.dossierId ?? ''), 'siblings', page.value] as const,
    ),
    queryFn: () => ask(page.value),
    enabled: computed(() => item.value !== undefined),
  });

  const at = computed(() => data.value?.items.findIndex((each) => each.id === item.value?.id) ?? -1);
  const place = computed(() => (at.value < 0 ? undefined : (page.value - 1) * size + at.value + 1));
  const total = computed(() => data.value?.total ?? 0);

  function ask(number: number): Promise<Page<Item>> {
    return http.get<Page<Item>>(`/api/dossiers/${item.value?.dossierId}/items`, {
      page: number,
      size,
      sort: 'number',
    });
  }

  /** The id of the neighbour, across the pages; undefined at either end. */
  async function neighbour(by: 1 | -1): Promise<string | undefined> {
    if (at.value < 0) return undefined;
    const here = data.value?.items[at.value + by];
    if (here) return here.id;
    if (by === 1 && page.value * size < total.value) return (await ask(page.value + 1)).items[0]?.id;
    if (by === -1 && page.value > 1) return (await ask(page.value - 1)).items.at(-1)?.id;
    return undefined;
  }

  return { place, total, neighbour };
}

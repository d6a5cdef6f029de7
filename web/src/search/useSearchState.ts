import { computed, reactive, watch } from 'vue';
import { useRoute, useRouter, type LocationQuery } from 'vue-router';
import type { SearchQuery } from './useSearch';

export const filterNames = ['classCode', 'secrecy', 'departmentId', 'dateFrom', 'dateTo'] as const;
export type FilterName = (typeof filterNames)[number];

export interface SearchState {
  q: string;
  type: string;
  page: number;
  filters: Record<FilterName, string>;
}

function text(value: LocationQuery[string] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

export function stateFrom(query: LocationQuery): SearchState {
  const page = Number(text(query.page));
  return {
    q: text(query.q),
    type: text(query.type),
    page: Number.isInteger(page) && page > 0 ? page : 1,
    filters: {
      classCode: text(query.classCode),
      secrecy: text(query.secrecy),
      departmentId: text(query.departmentId),
      dateFrom: text(query.dateFrom),
      dateTo: text(query.dateTo),
    },
  };
}

/** Only what is set goes into the address. */
export function queryFrom(state: SearchState): Record<string, string> {
  const all: Record<string, string> = {
    q: state.q.trim(),
    type: state.type,
    ...state.filters,
    page: state.page > 1 ? String(state.page) : '',
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

/** The search as it stands in the address, both ways. */
export function useSearchState() {
  const route = useRoute();
  const router = useRouter();
  const own = route.path;
  const state = reactive<SearchState>(stateFrom(route.query));

  watch(
    () => route.fullPath,
    () => {
      if (route.path === own) Object.assign(state, stateFrom(route.query));
    },
  );

  /** Changes something else than the page: starts again at the first. */
  function change(next: Partial<Omit<SearchState, 'page'>>): void {
    Object.assign(state, next, { page: 1 });
    write();
  }

  function turnTo(page: number): void {
    state.page = page;
    write();
  }

  function write(): void {
    if (route.path === own) void router.replace({ query: queryFrom(state) });
  }

  const query = computed<SearchQuery>(() => ({
    q: state.q,
    type: state.type || undefined,
    ...state.filters,
    page: state.page,
    size: 20,
  }));
  const filtered = computed(() => filterNames.some((name) => state.filters[name] !== ''));

  return { state, query, filtered, change, turnTo };
}

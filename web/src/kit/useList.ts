import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, reactive, ref, watch, type ComputedRef } from 'vue';
import { useRoute, useRouter, type LocationQuery } from 'vue-router';
import type { Page } from '@/api/contract';
import { http, type Query } from '@/api/http';

export type Filters = Record<string, string>;

export interface ListSettings<F extends Filters> {
  /** Where the API lists; may change, e.g. with the thing whose parts are listed. */
  path: string | (() => string);
  /** Names of the filters with their defaults, usually ''. */
  filters: F;
  /** Default order, e.g. `-updatedAt`. */
  sort?: string;
  size?: number;
  /** False when the list is part of another page, whose URL it must leave alone. */
  inUrl?: boolean;
  /** Filters that say which of several lists it is: a reset leaves them, and they narrow nothing. */
  lasting?: readonly (keyof F)[];
}

interface RowSettings<Row> {
  /** The row's id in this list, where several rows may be about one thing. */
  idOf?: (row: Row) => string;
}

interface State<F> {
  filters: F;
  page: number;
  size: number;
  sort: string;
  /** The row shown beside the list. */
  open: string;
}

function first(value: LocationQuery[string] | undefined): string | undefined {
  return (Array.isArray(value) ? value[0] : value) ?? undefined;
}

function whole(text: string | undefined, otherwise: number, most: number): number {
  const number = Number(text);
  return Number.isInteger(number) && number >= 1 && number <= most ? number : otherwise;
}

/** Reads a list's state from a URL query; whatever is absent or senseless takes its default. */
export function stateFrom<F extends Filters>(query: LocationQuery, settings: ListSettings<F>): State<F> {
  const filters = Object.fromEntries(
    Object.entries(settings.filters).map(([name, value]) => [name, first(query[name]) ?? value]),
  ) as F;
  return {
    filters,
    page: whole(first(query.page), 1, 1_000_000),
    size: whole(first(query.size), settings.size ?? 20, 200),
    sort: first(query.sort) ?? settings.sort ?? '',
    open: first(query.open) ?? '',
  };
}

/** The URL query of a list's state; defaults are left out, so that a plain list has a plain address. */
export function queryFrom<F extends Filters>(state: State<F>, settings: ListSettings<F>): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [name, value] of Object.entries(state.filters)) {
    if (value && value !== settings.filters[name]) query[name] = value;
  }
  if (state.page !== 1) query.page = String(state.page);
  if (state.size !== (settings.size ?? 20)) query.size = String(state.size);
  if (state.sort !== (settings.sort ?? '')) query.sort = state.sort;
  if (state.open) query.open = state.open;
  return query;
}

/**
 * One list: filters, page, order and open row in the URL, rows from the server. The page that uses
 * it is kept alive; the list ignores URLs that belong to other pages.
 */
export function useList<Row extends { id: string }, F extends Filters>(settings: ListSettings<F> & RowSettings<Row>) {
  const route = useRoute();
  const router = useRouter();
  const own = route.path;
  const inUrl = settings.inUrl ?? true;

  const state = reactive(stateFrom(inUrl ? route.query : {}, settings)) as State<F>;
  /** What the query form shows; becomes the filter when the user searches. */
  const draft = reactive({ ...state.filters }) as F;
  const selected = ref(new Set<string>());
  const path = computed(() => (typeof settings.path === 'string' ? settings.path : settings.path()));

  function take(next: State<F>): void {
    Object.assign(state.filters, next.filters);
    Object.assign(draft, next.filters);
    state.page = next.page;
    state.size = next.size;
    state.sort = next.sort;
    state.open = next.open;
  }

  function write(): void {
    if (inUrl && route.path === own) void router.replace({ query: queryFrom(state, settings) });
  }

  if (inUrl) {
    watch(
      () => route.fullPath,
      () => {
        if (route.path === own) take(stateFrom(route.query, settings));
      },
    );
  }

  const parameters: ComputedRef<Query> = computed(() => ({
    ...state.filters,
    page: state.page,
    size: state.size,
    sort: state.sort || undefined,
  }));

  const result = useQuery({
    queryKey: computed(() => [path.value, 'list', parameters.value] as const),
    queryFn: ({ signal }) => http.get<Page<Row>>(path.value, parameters.value, signal),
    placeholderData: keepPreviousData,
  });

  const rows = computed<Row[]>(() => {
    const items = result.data.value?.items ?? [];
    const idOf = settings.idOf;
    return idOf ? items.map((row) => ({ ...row, id: idOf(row) })) : items;
  });
  const total = computed(() => result.data.value?.total ?? 0);
  const totalIsExact = computed(() => result.data.value?.totalIsExact ?? true);
  const filtered = computed(() =>
    Object.entries(state.filters).some(([name, value]) => !settings.lasting?.includes(name) && value !== settings.filters[name]),
  );

  /** The list as it is narrowed and sorted now, to be kept under a name: from its first page on. */
  const view = computed(() => queryFrom({ ...state, page: 1, open: '' } as State<F>, settings));

  function search(): void {
    Object.assign(state.filters, draft);
    state.page = 1;
    selected.value.clear();
    write();
  }

  function reset(): void {
    Object.assign(draft, settings.filters);
    settings.lasting?.forEach((name) => (draft[name] = state.filters[name] as F[keyof F]));
    search();
  }

  function turnTo(page: number): void {
    state.page = page;
    write();
  }

  function resize(size: number): void {
    state.size = size;
    state.page = 1;
    write();
  }

  function sortBy(sort: string): void {
    state.sort = sort;
    state.page = 1;
    write();
  }

  function open(id: string): void {
    state.open = id;
    write();
  }

  function toggle(id: string): void {
    if (!selected.value.delete(id)) selected.value.add(id);
  }

  return {
    view,
    state,
    draft,
    selected,
    rows,
    total,
    totalIsExact,
    filtered,
    loading: result.isFetching,
    first: result.isLoading,
    problem: result.error,
    refetch: result.refetch,
    search,
    reset,
    turnTo,
    resize,
    sortBy,
    open,
    toggle,
  };
}

export type List<Row extends { id: string }, F extends Filters = Filters> = ReturnType<
  typeof useList<Row, F>
>;

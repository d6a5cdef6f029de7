import { computed, ref } from 'vue';
import { useSession } from '@/session/session';

export interface Column<Row> {
  key: string;
  /** Key of the heading's text. */
  title: string;
  /** The heading itself, where people named it. */
  heading?: () => string;
  /** Least width in px; the column named `grow` takes what is left. */
  width?: number;
  grow?: boolean;
  /** Name by which the server sorts; absent: not sortable. */
  sort?: string;
  /** Not among the columns shown at first. */
  extra?: boolean;
  /** Archival numbers, codes: shown in the monospaced face. */
  number?: boolean;
  align?: 'right' | 'center';
  /** Plain text of the cell; the slot `cell-<key>` may show more. */
  text?: (row: Row) => string | number | null | undefined;
}

export interface Choice {
  key: string;
  shown: boolean;
}

/** The order and choice kept, completed by columns that did not exist when it was made. */
export function settle<Row>(columns: readonly Column<Row>[], kept: readonly Choice[]): Choice[] {
  const known = new Map(columns.map((column) => [column.key, column]));
  const still = kept.filter((choice) => known.has(choice.key));
  const seen = new Set(still.map((choice) => choice.key));
  const fresh = columns
    .filter((column) => !seen.has(column.key))
    .map((column) => ({ key: column.key, shown: !column.extra }));
  return [...still, ...fresh];
}

function read(place: string): Choice[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return Array.isArray(value) ? (value as Choice[]) : [];
  } catch {
    return [];
  }
}

/** Columns of a list as this person chose and ordered them. */
export function useColumns<Row>(name: string, columns: readonly Column<Row>[]) {
  const session = useSession();
  const place = `kedang.columns.${session.person?.id ?? ''}.${name}`;
  const choices = ref<Choice[]>(settle(columns, read(place)));

  const shown = computed(() =>
    choices.value
      .filter((choice) => choice.shown)
      .flatMap((choice) => columns.find((column) => column.key === choice.key) ?? []),
  );

  function keep(): void {
    localStorage.setItem(place, JSON.stringify(choices.value));
  }

  function show(key: string, on: boolean): void {
    const choice = choices.value.find((candidate) => candidate.key === key);
    if (choice) choice.shown = on;
    keep();
  }

  function move(key: string, by: -1 | 1): void {
    const at = choices.value.findIndex((choice) => choice.key === key);
    const to = at + by;
    if (at < 0 || to < 0 || to >= choices.value.length) return;
    const [choice] = choices.value.splice(at, 1);
    if (choice) choices.value.splice(to, 0, choice);
    keep();
  }

  function restore(): void {
    choices.value = settle(columns, []);
    localStorage.removeItem(place);
  }

  return { choices, shown, show, move, restore };
}

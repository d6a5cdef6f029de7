import type { AssignmentRule } from '@/api/contract';

export const ruleKinds = ['COLLECTOR', 'REGION', 'NEW_STAFF', 'LOAD'] as const;

/** A rule as it is typed: empty fields are ''. */
export interface RuleDraft {
  kind: AssignmentRule['kind'];
  name: string;
  active: boolean;
  most: number | undefined;
  months: number | undefined;
  department: string;
  places: { prefix: string; person: string; department: string }[];
}

export function draftOf(rule: AssignmentRule): RuleDraft {
  return {
    kind: rule.kind,
    name: rule.name,
    active: rule.active,
    most: rule.most ?? undefined,
    months: rule.months ?? undefined,
    department: rule.department ?? '',
    places: rule.places.map((place) => ({ prefix: place.prefix, person: place.person ?? '', department: place.department ?? '' })),
  };
}

/** What is sent: only what a rule of its kind has. */
export function ruleOf(draft: RuleDraft): AssignmentRule {
  const grouped = draft.kind === 'NEW_STAFF' || draft.kind === 'LOAD';
  return {
    kind: draft.kind,
    name: draft.name.trim(),
    active: draft.active,
    most: draft.most ?? undefined,
    months: draft.kind === 'NEW_STAFF' ? draft.months : undefined,
    department: grouped && draft.department ? draft.department : undefined,
    places:
      draft.kind === 'REGION'
        ? draft.places.map((place) => ({ prefix: place.prefix.trim(), person: place.person || undefined, department: place.department || undefined }))
        : [],
  };
}

export function newRule(kind: AssignmentRule['kind'], name: string): RuleDraft {
  return {
    kind,
    name,
    active: true,
    most: undefined,
    months: kind === 'NEW_STAFF' ? 6 : undefined,
    department: '',
    places: kind === 'REGION' ? [{ prefix: '', person: '', department: '' }] : [],
  };
}

/** The same list with one rule moved by one place; unchanged at its ends. */
export function moved<T>(list: readonly T[], from: number, by: 1 | -1): T[] {
  const to = from + by;
  if (to < 0 || to >= list.length) return [...list];
  const next = [...list];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

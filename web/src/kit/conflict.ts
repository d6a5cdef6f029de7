/** One field on which what I typed and what is stored now disagree. */
export interface Difference<K extends string = string> {
  field: K;
  original: unknown;
  mine: unknown;
  current: unknown;
  /** Both sides changed it: somebody must choose. Otherwise the changed side is the natural choice. */
  clash: boolean;
}

export type Side = 'mine' | 'current';

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(bare(a)) === JSON.stringify(bare(b));
}

/** Absent, null, empty text and empty list all mean "nothing". */
function bare(value: unknown): unknown {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return null;
  return value;
}

/** The fields that a stale save must settle, in the order given. */
export function differences<K extends string>(
  fields: readonly K[],
  original: Partial<Record<K, unknown>>,
  mine: Partial<Record<K, unknown>>,
  current: Partial<Record<K, unknown>>,
): Difference<K>[] {
  return fields
    .filter((field) => !same(mine[field], current[field]))
    .map((field) => ({
      field,
      original: original[field],
      mine: mine[field],
      current: current[field],
      clash: !same(mine[field], original[field]) && !same(current[field], original[field]),
    }));
}

/** The side taken unless somebody chooses: the one that changed; none on a clash. */
export function naturalSide(difference: Difference): Side | undefined {
  if (difference.clash) return undefined;
  return same(difference.mine, difference.original) ? 'current' : 'mine';
}

/** Values of the fields after the choice. */
export function settled<K extends string>(
  found: readonly Difference<K>[],
  sides: Partial<Record<K, Side>>,
): Partial<Record<K, unknown>> {
  const values: Partial<Record<K, unknown>> = {};
  for (const difference of found) {
    const side = sides[difference.field] ?? naturalSide(difference) ?? 'current';
    values[difference.field] = difference[side];
  }
  return values;
}

/** A JSON merge patch that turns `before` into `after`: changed fields only, null for cleared ones. */
export function mergePatch<K extends string>(
  fields: readonly K[],
  before: Partial<Record<K, unknown>>,
  after: Partial<Record<K, unknown>>,
): Partial<Record<K, unknown>> {
  const patch: Partial<Record<K, unknown>> = {};
  for (const field of fields) {
    if (same(before[field], after[field])) continue;
    patch[field] = Array.isArray(after[field]) ? after[field] : bare(after[field]);
  }
  return patch;
}

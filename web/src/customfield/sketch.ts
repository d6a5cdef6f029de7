import type { CustomField, CustomFieldSet } from '@/api/contract';
import { fieldOf, isWholeField, newField, type FieldSketch, type Kind } from '@/form/sketch';

/** A field of a record as an administrator writes it. */
export interface CustomSketch extends FieldSketch {
  name: string;
  /** Whether records may have values of it. */
  stored: boolean;
  sensitive: boolean;
  listed: boolean;
  filterable: boolean;
  withdrawn: boolean;
}

export const customKinds: readonly Kind[] = ['TEXT', 'NUMBER', 'MONEY', 'DATE', 'CHOICE', 'PERSON', 'FILE'];

export function sketchesOf(set: CustomFieldSet): CustomSketch[] {
  return set.fields.map((one, i) => ({
    key: i + 1,
    name: one.field.name,
    kind: one.field.kind,
    zh: one.field.label.zh,
    en: one.field.label.en === one.field.label.zh ? '' : one.field.label.en,
    required: one.field.required,
    options: one.field.options
      .filter((option) => !option.withdrawn)
      .map((option) => option.label.zh)
      .join('\n'),
    known: one.field.options,
    least: one.field.least ?? undefined,
    most: one.field.most ?? undefined,
    megabytes: one.field.megabytes ?? undefined,
    help: one.field.help,
    stored: true,
    sensitive: one.sensitive,
    listed: one.listed,
    filterable: one.filterable,
    withdrawn: one.withdrawn,
  }));
}

/** A new field, with a name that no other has or had. */
export function newSketch(all: readonly CustomSketch[]): CustomSketch {
  const key = Math.max(0, ...all.map((one) => one.key)) + 1;
  const run = Math.max(0, ...all.map((one) => Number(/^f(\d+)$/.exec(one.name)?.[1] ?? 0))) + 1;
  return { ...newField(key), name: `f${run}`, stored: false, sensitive: false, listed: false, filterable: false, withdrawn: false };
}

/** What the kind of a field, or its being sensitive, rules out is not sent. */
export function customOf(sketch: CustomSketch): CustomField {
  const file = sketch.kind === 'FILE';
  const sensitive = sketch.sensitive && !file;
  return {
    field: fieldOf(sketch, sketch.name),
    sensitive,
    listed: sketch.listed && !file,
    filterable: sketch.filterable && !file && !sensitive,
    withdrawn: sketch.withdrawn,
  };
}

export function areWhole(sketches: readonly CustomSketch[]): boolean {
  return sketches.every(isWholeField);
}

export function moved<T>(all: readonly T[], from: number, by: number): T[] {
  const next = [...all];
  const [one] = next.splice(from, 1);
  if (one !== undefined) next.splice(from + by, 0, one);
  return next;
}

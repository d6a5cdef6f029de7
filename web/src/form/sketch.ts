import type { FormField } from '@/api/contract';

export type Kind = FormField['kind'];
type Option = FormField['options'][number];

/** A field as its definer writes it; words in English may be left out. */
export interface FieldSketch {
  key: number;
  kind: Kind;
  zh: string;
  en: string;
  required: boolean;
  /** One option a line. */
  options: string;
  /** Options that were there before: they keep their codes, whatever they are called. */
  known?: Option[];
  least?: number;
  most?: number;
  megabytes?: number;
  /** A hint that was given elsewhere; kept. */
  help?: FormField['help'];
}

export function newField(key: number): FieldSketch {
  return { key, kind: 'TEXT', zh: '', en: '', required: false, options: '' };
}

export function hasOptions(kind: Kind): boolean {
  return kind === 'CHOICE' || kind === 'CHOICES';
}

export function label(zh: string, en: string): { zh: string; en: string } {
  return { zh: zh.trim(), en: en.trim() || zh.trim() };
}

function lines(sketch: FieldSketch): string[] {
  const all = sketch.options.split('\n').map((line) => line.trim());
  return [...new Set(all.filter((line) => line !== ''))];
}

/** How many of the options that are offered now will be withdrawn: records keep them, nobody chooses them anew. */
export function lostOptions(sketch: FieldSketch): number {
  const offered = new Set((sketch.known ?? []).filter((one) => !one.withdrawn).map((one) => one.value));
  return optionsOf(sketch).filter((one) => one.withdrawn && offered.has(one.value)).length;
}

/**
 * The options in the order of the lines. A line that says what a known option says is that option;
 * the other lines rename, one after the other, the known options that no line says any more. What is known and
 * neither said nor renamed stays, withdrawn.
 */
export function optionsOf(sketch: FieldSketch): Option[] {
  if (!hasOptions(sketch.kind)) return [];
  const wanted = lines(sketch);
  const known = sketch.known ?? [];
  const renamed = known.filter((one) => !one.withdrawn && !wanted.includes(one.label.zh));
  let last = Math.max(0, ...known.map((one) => Number(/^o(\d+)$/.exec(one.value)?.[1] ?? 0)));
  const offered = wanted.map((line): Option => {
    const same = known.find((one) => one.label.zh === line);
    if (same) return { value: same.value, label: same.label };
    const value = renamed.shift()?.value ?? `o${++last}`;
    return { value, label: { zh: line, en: line } };
  });
  const kept = known.filter((one) => !offered.some((other) => other.value === one.value));
  return [...offered, ...kept.map((one) => ({ ...one, withdrawn: true }))];
}

/** Whether it has all that a field needs. */
export function isWholeField(sketch: FieldSketch): boolean {
  return sketch.zh.trim() !== '' && (!hasOptions(sketch.kind) || lines(sketch).length > 0);
}

/** The field; bounds only where the kind has them. */
export function fieldOf(sketch: FieldSketch, name: string): FormField {
  const counts = sketch.kind === 'FILE' || (sketch.kind === 'TEXT' && sketch.known !== undefined);
  const measured = sketch.kind === 'NUMBER' || sketch.kind === 'MONEY';
  return {
    name,
    kind: sketch.kind,
    label: label(sketch.zh, sketch.en),
    required: sketch.required,
    options: optionsOf(sketch),
    least: measured ? sketch.least : undefined,
    most: counts || measured ? sketch.most : undefined,
    megabytes: sketch.kind === 'FILE' ? sketch.megabytes : undefined,
    help: sketch.help,
  };
}

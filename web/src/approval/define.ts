import type { FormField } from '@/api/contract';

/** A field as its definer writes it; words in English may be left out. */
export interface FieldSketch {
  key: number;
  kind: FormField['kind'];
  zh: string;
  en: string;
  required: boolean;
  /** One option a line. */
  options: string;
  most?: number;
  megabytes?: number;
}

export interface TypeSketch {
  zh: string;
  en: string;
  departmentId: string;
  fields: FieldSketch[];
}

export const kinds: readonly FormField['kind'][] = ['TEXT', 'LONG_TEXT', 'NUMBER', 'MONEY', 'DATE', 'FILE', 'CHOICE', 'CHOICES', 'YES_NO', 'PERSON', 'DEPARTMENT'];

export function newField(key: number): FieldSketch {
  return { key, kind: 'TEXT', zh: '', en: '', required: false, options: '' };
}

export function hasOptions(kind: FormField['kind']): boolean {
  return kind === 'CHOICE' || kind === 'CHOICES';
}

function label(zh: string, en: string): { zh: string; en: string } {
  return { zh: zh.trim(), en: en.trim() || zh.trim() };
}

function optionsOf(sketch: FieldSketch): FormField['options'] {
  if (!hasOptions(sketch.kind)) return [];
  const lines = sketch.options.split('\n').map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))].map((line, i) => ({ value: `o${i + 1}`, label: { zh: line, en: line } }));
}

/** The fields of the form; bounds only where the kind has them. */
export function fieldsOf(sketch: TypeSketch): FormField[] {
  return sketch.fields.map((field) => ({
    name: `f${field.key}`,
    kind: field.kind,
    label: label(field.zh, field.en),
    required: field.required,
    options: optionsOf(field),
    most: field.kind === 'FILE' ? field.most : undefined,
    megabytes: field.kind === 'FILE' ? field.megabytes : undefined,
  }));
}

export function isWhole(sketch: TypeSketch): boolean {
  return sketch.zh.trim() !== '' && sketch.departmentId !== '' && sketch.fields.length > 0 && sketch.fields.every((field) => field.zh.trim() !== '' && (!hasOptions(field.kind) || optionsOf(field).length > 0));
}

export function requestOf(sketch: TypeSketch, code: string) {
  return { code, name: label(sketch.zh, sketch.en), departmentId: sketch.departmentId, fields: fieldsOf(sketch) };
}

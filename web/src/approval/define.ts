import type { FormField } from '@/api/contract';
import { fieldOf, isWholeField, label, type FieldSketch, type Kind } from '@/form/sketch';

export { hasOptions, newField, type FieldSketch } from '@/form/sketch';

export interface TypeSketch {
  zh: string;
  en: string;
  departmentId: string;
  fields: FieldSketch[];
}

export const kinds: readonly Kind[] = ['TEXT', 'LONG_TEXT', 'NUMBER', 'MONEY', 'DATE', 'FILE', 'CHOICE', 'CHOICES', 'YES_NO', 'PERSON', 'DEPARTMENT'];

export function fieldsOf(sketch: TypeSketch): FormField[] {
  return sketch.fields.map((field) => fieldOf(field, `f${field.key}`));
}

export function isWhole(sketch: TypeSketch): boolean {
  return sketch.zh.trim() !== '' && sketch.departmentId !== '' && sketch.fields.length > 0 && sketch.fields.every(isWholeField);
}

export function requestOf(sketch: TypeSketch, code: string) {
  return { code, name: label(sketch.zh, sketch.en), departmentId: sketch.departmentId, fields: fieldsOf(sketch) };
}

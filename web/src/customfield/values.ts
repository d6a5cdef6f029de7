import type { CustomField, CustomValues, FormField } from '@/api/contract';
import { mergePatch } from '@/kit/conflict';
import { wordsOf, type Names, type Values } from '@/form/values';

/** What the server writes in place of a value that the reader may not see. */
export const MASK = '******';

const MEMBER = 'more.';

/** As the record's own fields are named: `more.f1`. */
export function pathOf(name: string): string {
  return MEMBER + name;
}

/** The custom field that a path speaks of; nothing if it is one of the record's own. */
export function nameIn(path: string): string | undefined {
  return path.startsWith(MEMBER) ? path.slice(MEMBER.length) : undefined;
}

/** Values as a form holds them: a masked form is no value. */
export function plainOf(shown: CustomValues): Values {
  return Object.fromEntries(Object.entries(shown.values).filter(([name]) => !shown.maskedFields.includes(name)));
}

/** Merge patch of what was changed; nothing if nothing was. */
export function valuesPatch(before: Values, after: Values): Values | undefined {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const patch = mergePatch(names, before, tidied(after));
  return Object.keys(patch).length > 0 ? patch : undefined;
}

function tidied(values: Values): Values {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, tidy(value)]));
}

function tidy(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  return Array.isArray(value) && value.length === 0 ? null : value;
}

/** What a new record is given. */
export function filledValues(values: Values): Values | undefined {
  return valuesPatch({}, values);
}

/** A form's values side by side with the record's own fields, and back. */
export function spread<F extends { more: Values }>(form: F): Record<string, unknown> {
  const { more, ...own } = form;
  return { ...own, ...Object.fromEntries(Object.entries(more).map(([name, value]) => [pathOf(name), value])) };
}

export function gathered(values: Record<string, unknown>, more: Values): Record<string, unknown> & { more: Values } {
  const own = Object.entries(values).filter(([path]) => nameIn(path) === undefined);
  const custom = Object.entries(values).flatMap(([path, value]) => {
    const name = nameIn(path);
    return name === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(own), more: { ...more, ...Object.fromEntries(custom) } };
}

/** A value as it is read; the mask stays as it is. */
export function customWords(field: FormField, value: unknown, names: Names, yesNo: { yes: string; no: string }): string {
  return value === MASK ? MASK : wordsOf(field, value, names, yesNo);
}

/** A value as the server told it when it compared versions. */
export function comparedWords(field: FormField, text: string): string {
  if (field.kind === 'PERSON' || field.kind === 'FILE' || text === MASK) return text;
  return wordsOf(field, text, {}, { yes: '', no: '' });
}

/** The fields that a form asks of this person. */
export function askedOf(fields: readonly CustomField[], closed: readonly string[]): FormField[] {
  return fields.filter((one) => !one.withdrawn && !closed.includes(one.field.name)).map((one) => one.field);
}

import type { FormField } from '@/api/contract';
import { inLanguage, inList } from '@/i18n';

/** What was filled in, by the field's name. */
export type Values = Record<string, unknown>;

/** Names of people, departments and files that values name, by id. */
export type Names = Record<string, string>;

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);
}

/** What is sent: fields of the form that are filled in; what an older form asked for is left out. */
export function filled(fields: readonly FormField[], values: Values): Values {
  return Object.fromEntries(
    fields.filter((field) => !isEmpty(values[field.name])).map((field) => [field.name, trimmed(values[field.name])]),
  );
}

function trimmed(value: unknown): unknown {
  return typeof value === 'string' ? value.trim() : value;
}

/** Names of the fields that must be filled in and are not. */
export function missing(fields: readonly FormField[], values: Values): string[] {
  return fields.filter((field) => field.required && isEmpty(values[field.name])).map((field) => field.name);
}

/** A value as it is read; '' if not filled in. */
export function wordsOf(field: FormField, value: unknown, names: Names, yesNo: { yes: string; no: string }): string {
  if (isEmpty(value)) return '';
  switch (field.kind) {
    case 'MONEY':
      return `¥ ${Number(value).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
    case 'NUMBER':
      return Number(value).toLocaleString('en-US', { maximumFractionDigits: 10 });
    case 'YES_NO':
      return value === true ? yesNo.yes : yesNo.no;
    case 'CHOICE':
      return optionWords(field, value);
    case 'CHOICES':
      return inList((value as unknown[]).map((one) => optionWords(field, one)));
    case 'FILE':
      return inList((value as unknown[]).map((one) => names[String(one)] ?? String(one)));
    case 'PERSON':
    case 'DEPARTMENT':
      return names[String(value)] ?? String(value);
    case 'TEXT':
    case 'LONG_TEXT':
    case 'DATE':
      return String(value);
  }
}

function optionWords(field: FormField, value: unknown): string {
  const option = field.options.find((one) => one.value === value);
  return option ? inLanguage(option.label) : String(value);
}

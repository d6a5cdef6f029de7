import type { CustomField } from '@/api/contract';

/** What narrows a list by custom fields: by name a value, or bounds parted by two dots. */
export type Conditions = Record<string, string>;

/** From the text in an address: `f1=o2&f2=100..200`. */
export function conditionsOf(text: string): Conditions {
  return Object.fromEntries(new URLSearchParams(text));
}

export function textOf(conditions: Conditions): string {
  const filled = Object.entries(conditions).filter(([, value]) => value !== '' && value !== '..');
  return new URLSearchParams(filled).toString();
}

export function isRanged(field: CustomField): boolean {
  return ['NUMBER', 'MONEY', 'DATE'].includes(field.field.kind);
}

export function boundsOf(condition: string | undefined): [string, string] {
  const [from = '', to = ''] = (condition ?? '').split('..');
  return [from, to];
}

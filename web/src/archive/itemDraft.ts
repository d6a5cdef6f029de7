import type { Carrier, Item, SecrecyLevel } from '@/api/contract';
import { mergePatch } from '@/kit/conflict';

/** What the item form holds: every field a text or a list, nothing absent. */
export interface ItemDraft {
  title: string;
  documentDate: string;
  documentNumber: string;
  responsibleParty: string;
  documentKind: string;
  pages: number | null;
  carrier: Carrier | '';
  secrecy: SecrecyLevel | '';
  keywords: string[];
  note: string;
}

export const itemFields = [
  'title',
  'documentDate',
  'documentNumber',
  'responsibleParty',
  'documentKind',
  'pages',
  'carrier',
  'secrecy',
  'keywords',
  'note',
] as const satisfies readonly (keyof ItemDraft)[];

export function draftOf(item: Partial<Item>): ItemDraft {
  return {
    title: item.title ?? '',
    documentDate: item.documentDate ?? '',
    documentNumber: item.documentNumber ?? '',
    responsibleParty: item.responsibleParty ?? '',
    documentKind: item.documentKind ?? '',
    pages: item.pages ?? null,
    carrier: item.carrier ?? '',
    secrecy: item.secrecy ?? '',
    keywords: [...(item.keywords ?? [])],
    note: item.note ?? '',
  };
}

/** A merge patch of what differs (RFC 7396): emptied fields become null, untouched ones are absent. */
export function patchOf(before: ItemDraft, after: ItemDraft): Partial<Record<keyof ItemDraft, unknown>> {
  return mergePatch(itemFields, before, after);
}

export function isChanged(before: ItemDraft, after: ItemDraft): boolean {
  return Object.keys(patchOf(before, after)).length > 0;
}

import type { RouteLocationRaw } from 'vue-router';
import type { Hit } from '@/api/contract';
import { personOf, placeOf } from '@/search/hit';

/** One line of the search box's suggestions. */
export interface PaletteEntry {
  key: string;
  kind: 'PAGE' | 'ACTION' | 'ALL' | 'CONTACT' | Hit['type'];
  title: string;
  detail?: string;
  to: RouteLocationRaw;
}

function detailOf(hit: Hit): string | undefined {
  const parts = {
    CUSTOMER: [hit.number],
    DOSSIER: [hit.number, hit.customerName],
    ITEM: [hit.number, hit.dossierTitle, hit.customerName],
    FILE: [hit.itemTitle, hit.dossierTitle],
  }[hit.type];
  return parts.filter(Boolean).join(' · ') || undefined;
}

/** A customer found through a person there is told as that person. */
export function entryOfHit(hit: Hit): PaletteEntry {
  const person = personOf(hit);
  if (person) {
    const [name, ...reach] = person;
    return {
      key: `CONTACT-${hit.id}`,
      kind: 'CONTACT',
      title: `${name} · ${hit.title}`,
      detail: [hit.number, ...reach].filter(Boolean).join(' · '),
      to: placeOf(hit),
    };
  }
  return { key: `${hit.type}-${hit.id}`, kind: hit.type, title: hit.title, detail: detailOf(hit), to: placeOf(hit) };
}

/** Pages and actions whose name holds the words; all of them when there are no words. */
export function matching(entries: readonly PaletteEntry[], words: string): PaletteEntry[] {
  const wanted = words.trim().toLowerCase();
  return entries.filter((entry) => entry.title.toLowerCase().includes(wanted));
}

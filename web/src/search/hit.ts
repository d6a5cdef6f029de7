import type { RouteLocationRaw } from 'vue-router';
import type { Hit, HitType } from '@/api/contract';

export const hitTypes = ['CUSTOMER', 'DOSSIER', 'ITEM', 'FILE'] as const satisfies readonly HitType[];

/**
 * Where a hit leads: a customer that was found through a person there to its contacts, a file to its item, with
 * that file shown.
 */
export function placeOf(hit: Pick<Hit, 'type' | 'id' | 'itemId' | 'highlights'>): RouteLocationRaw {
  switch (hit.type) {
    case 'CUSTOMER':
      return { path: `/customers/${hit.id}`, ...(personOf(hit) && { query: { tab: 'contacts' } }) };
    case 'DOSSIER':
      return { name: 'dossier', params: { id: hit.id } };
    case 'ITEM':
      return { name: 'item', params: { id: hit.id } };
    case 'FILE':
      return { name: 'item', params: { id: hit.itemId ?? '' }, query: { file: hit.id } };
  }
}

export interface Part {
  text: string;
  hit: boolean;
}

/** Name, numbers and addresses of the person through whom alone a customer was found. */
export function personOf(hit: Pick<Hit, 'type' | 'highlights'>): string[] | undefined {
  const [first, ...more] = (hit.highlights ?? []).filter((highlight) => highlight.parts.some((part) => part.hit));
  if (hit.type !== 'CUSTOMER' || first?.field !== 'contact' || more.length > 0) return undefined;
  return first.parts
    .map((part) => part.text)
    .join('')
    .split(' · ');
}

/** The title with its own hits when the title is among the highlights, else plain. */
export function titleParts(hit: Pick<Hit, 'title' | 'highlights'>): Part[] {
  const own = hit.highlights?.find((highlight) => isTitle(highlight.field));
  // A fragment of a long title must not stand for the whole of it.
  const whole = own?.parts.map((part) => part.text).join('') === hit.title;
  return own && whole ? own.parts : [{ text: hit.title, hit: false }];
}

/** What was found elsewhere than in the title, at most `limit` passages. */
export function passages(
  hit: Pick<Hit, 'title' | 'highlights'>,
  limit: number,
): { field: string; parts: Part[] }[] {
  return (hit.highlights ?? [])
    .filter((highlight) => highlight.parts.some((part) => part.hit))
    .filter(
      (highlight) =>
        !(isTitle(highlight.field) && highlight.parts.map((part) => part.text).join('') === hit.title),
    )
    .slice(0, limit);
}

function isTitle(field: string): boolean {
  return field === 'title' || field === 'name';
}

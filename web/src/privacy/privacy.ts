import type { RightsCase } from '@/api/contract';

export const kinds = ['ACCESS', 'COPY', 'CORRECTION', 'DELETION', 'WITHDRAWAL', 'OTHER'] as const;
export const states = ['RECEIVED', 'WORKING', 'DONE', 'REFUSED'] as const;
export const proofs = ['DOCUMENT', 'CALL_BACK', 'SEALED_LETTER', 'KNOWN_MAIL', 'OTHER'] as const;
export const tones = { RECEIVED: 'ochre', WORKING: 'jade', DONE: 'plain', REFUSED: 'seal' } as const;

export function isOpen(one: RightsCase): boolean {
  return one.state === 'RECEIVED' || one.state === 'WORKING';
}

export function isLate(one: RightsCase): boolean {
  return (one.daysLeft ?? 0) < 0;
}

/** Whether the answer is a copy that can be made now. */
export function mayCopy(one: RightsCase): boolean {
  return one.own && one.state === 'WORKING' && Boolean(one.customerId) && (one.kind === 'ACCESS' || one.kind === 'COPY');
}

/** Where the wish is fulfilled, if that is another page than this one. */
export function placeOf(one: RightsCase): string | undefined {
  if (!one.customerId || !isOpen(one)) return undefined;
  if (one.kind === 'DELETION') return `/approvals/new/customer-deletion?number=${one.customerNumber ?? ''}&case=${one.number}`;
  return one.kind === 'CORRECTION' || one.kind === 'WITHDRAWAL' ? `/customers/${one.customerId}` : undefined;
}

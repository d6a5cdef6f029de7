import type { ConsentStanding } from '@/api/contract';
import { inBrackets, inLanguage } from '@/i18n';

export const channels = ['WRITTEN', 'PHONE', 'WEB', 'MAIL', 'OTHER'] as const;
export const bases = ['CONSENT', 'CONTRACT', 'LEGAL_DUTY', 'OTHER'] as const;

export const tones = { NOT_NEEDED: 'plain', GIVEN: 'jade', MISSING: 'ochre', EXPIRED: 'ochre', WITHDRAWN: 'seal' } as const;

export function consentsKey(customer: string) {
  return ['/api/customers', customer, 'consents'] as const;
}

/** One line of the standing: several persons at a customer may have spoken to one purpose. */
export function lineKey(one: ConsentStanding): string {
  return `${one.purpose.id} ${one.subject}`;
}

export function titleOf(one: ConsentStanding): string {
  return inLanguage(one.purpose.name) + (one.subject ? inBrackets(one.subject) : '');
}

/** What can be done: a consent is given where it is needed, and taken back unless it was already. */
export function mayGive(one: ConsentStanding): boolean {
  return one.purpose.needsConsent && !one.purpose.retired;
}

export function mayWithdraw(one: ConsentStanding): boolean {
  return one.state === 'GIVEN' || one.state === 'EXPIRED' || one.state === 'MISSING';
}

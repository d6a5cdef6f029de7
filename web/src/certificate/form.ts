import type { Certificate, CertificateKind } from '@/api/contract';
import { mergePatch } from '@/kit/conflict';

/** What the form holds: text as typed, '' for nothing. */
export interface CertificateForm {
  kind: CertificateKind;
  name: string;
  number: string;
  issuer: string;
  validFrom: string;
  validUntil: string;
  longTerm: boolean;
  reviewDue: string;
  note: string;
}

export const formFields = ['kind', 'name', 'number', 'issuer', 'validFrom', 'validUntil', 'longTerm', 'reviewDue', 'note'] as const satisfies readonly (keyof CertificateForm)[];

export type FormField = (typeof formFields)[number];

export function emptyForm(): CertificateForm {
  return { kind: 'BUSINESS_LICENCE', name: '', number: '', issuer: '', validFrom: '', validUntil: '', longTerm: false, reviewDue: '', note: '' };
}

export function formOf(certificate: Certificate): CertificateForm {
  return {
    kind: certificate.kind,
    name: certificate.name ?? '',
    // A masked form is no value: it is never put into a field that is sent.
    number: certificate.numberMasked ? '' : (certificate.number ?? ''),
    issuer: certificate.issuer ?? '',
    validFrom: certificate.validFrom ?? '',
    validUntil: certificate.validUntil ?? '',
    longTerm: certificate.longTerm,
    reviewDue: certificate.reviewDue ?? '',
    note: certificate.note ?? '',
  };
}

/** The form of a certificate that takes the place of another: the same but for its term. */
export function renewalOf(certificate: Certificate): CertificateForm {
  return { ...formOf(certificate), validFrom: '', validUntil: '', reviewDue: '', note: '' };
}

export function tidy(form: CertificateForm): CertificateForm {
  const trimmed = Object.fromEntries(
    Object.entries(form).map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value]),
  ) as unknown as CertificateForm;
  return { ...trimmed, validUntil: trimmed.longTerm ? '' : trimmed.validUntil };
}

export function bodyOf(form: CertificateForm): Record<string, unknown> {
  return Object.fromEntries(Object.entries(tidy(form)).filter(([, value]) => value !== ''));
}

export function patchOf(before: CertificateForm, after: CertificateForm): Partial<Record<FormField, unknown>> {
  return mergePatch(formFields, { ...before }, { ...tidy(after) });
}

/** Keys of the words for every field that would be refused; the server decides in the end. */
export function faultsOf(form: CertificateForm): Partial<Record<FormField, string>> {
  const value = tidy(form);
  const faults: Partial<Record<FormField, string>> = {};
  if (value.kind === 'OTHER' && !value.name) faults.name = 'certificate.fault.name';
  if (!value.longTerm && !value.validUntil) faults.validUntil = 'certificate.fault.validUntil';
  if (value.validFrom && value.validUntil && value.validUntil < value.validFrom) faults.validUntil = 'certificate.fault.order';
  return faults;
}

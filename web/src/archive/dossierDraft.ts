import type { RecordClass, SecrecyLevel, RetentionPeriod } from '@/api/contract';

/** What is typed into the form that opens a dossier. */
export interface DossierDraft {
  customer?: { id: string; name: string; departmentName?: string };
  title: string;
  classCode: string;
  departmentId: string;
  /** Empty: as the class says. */
  secrecy: SecrecyLevel | '';
  period: RetentionPeriod | '';
  note: string;
}

export const usualClass = 'KH·01';

export function emptyDraft(): DossierDraft {
  return { title: '', classCode: usualClass, departmentId: '', secrecy: '', period: '', note: '' };
}

/** The title offered until somebody types one. */
export function usualTitle(draft: DossierDraft, chosen: RecordClass | undefined): string {
  return [draft.customer?.name, chosen?.name].filter(Boolean).join(' ');
}

export interface OpenDossier {
  customerId: string;
  title: string;
  classCode?: string;
  departmentId?: string;
  secrecy?: SecrecyLevel;
  period?: RetentionPeriod;
  note?: string;
}

/** The request; what was left to the class or the customer is left out. */
export function requestOf(draft: DossierDraft): OpenDossier {
  return {
    customerId: draft.customer?.id ?? '',
    title: draft.title.trim(),
    classCode: draft.classCode || undefined,
    departmentId: draft.departmentId || undefined,
    secrecy: draft.secrecy || undefined,
    period: draft.period || undefined,
    note: draft.note.trim() || undefined,
  };
}

/** The name of each field that is still lacking. */
export function lacking(draft: DossierDraft): ('customerId' | 'title')[] {
  const names: ('customerId' | 'title')[] = [];
  if (!draft.customer) names.push('customerId');
  if (!draft.title.trim()) names.push('title');
  return names;
}

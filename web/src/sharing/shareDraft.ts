import { dayOfCell, instantAt, plusDays, today } from '@/kit/chinaTime';

/** What the form holds; '' for nothing. */
export interface ShareDraft {
  receiver: 'person' | 'department';
  personId: string;
  departmentId: string;
  mayEdit: boolean;
  /** Last day, `YYYY-MM-DD`, by the company's clock. */
  until: string;
  reason: string;
}

export function emptyShare(): ShareDraft {
  return { receiver: 'person', personId: '', departmentId: '', mayEdit: false, until: '', reason: '' };
}

export function isComplete(draft: ShareDraft): boolean {
  const receiver = draft.receiver === 'person' ? draft.personId : draft.departmentId;
  return Boolean(receiver && draft.until && draft.reason.trim());
}

/** The body of the request: open up to the last moment of the chosen day. */
export function requestOf(draft: ShareDraft, kind: 'CUSTOMER' | 'DOSSIER', thing: string): Record<string, unknown> {
  return {
    kind,
    thing,
    ...(draft.receiver === 'person' ? { personId: draft.personId } : { departmentId: draft.departmentId }),
    mayEdit: draft.mayEdit,
    validUntil: instantAt(`${draft.until}T23:59:59`).toISOString(),
    reason: draft.reason.trim(),
  };
}

/** Whether a day of the picker cannot be chosen: before today, or more than a year ahead. */
export function isOutOfTerm(date: Date, now: Date = new Date()): boolean {
  const first = today(now);
  const day = dayOfCell(date);
  return day < first || day > plusDays(first, 364);
}

/** What the form holds; '' for nothing. */
export interface ShareDraft {
  receiver: 'person' | 'department';
  personId: string;
  departmentId: string;
  mayEdit: boolean;
  /** Last day, `YYYY-MM-DD`, in the reader's time zone. */
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
    validUntil: new Date(`${draft.until}T23:59:59`).toISOString(),
    reason: draft.reason.trim(),
  };
}

const DAY = 86_400_000;

/** Whether a day cannot be chosen: before today, or more than a year ahead. */
export function isOutOfTerm(date: Date, now: Date = new Date()): boolean {
  const start = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
  return date.getTime() < start || date.getTime() > start + 364 * DAY;
}

/** Where a dropped file goes: a dossier makes an item of it, an item takes it as a file or a new version. */
export type UploadTarget =
  { kind: 'DOSSIER'; id: string; title: string } | { kind: 'ITEM'; id: string; title: string };

/** INTERRUPTED goes on by itself when the connection is back; REFUSED needs a person. */
export type UploadState =
  'WAITING' | 'SENDING' | 'PAUSED' | 'INTERRUPTED' | 'STORED' | 'REFUSED' | 'CANCELLED';

export interface Refusal {
  slug: string;
  zh?: string;
  en?: string;
}

export interface Upload {
  id: number;
  /** Recognises the same file for the same target again, after a reload too. */
  key: string;
  name: string;
  relativePath: string;
  size: number;
  sent: number;
  target: UploadTarget;
  state: UploadState;
  refusal?: Refusal;
  itemId?: string;
  fileId?: string;
}

export type UploadEvent =
  | { type: 'added'; uploads: readonly Upload[] }
  | { type: 'started'; id: number }
  | { type: 'progressed'; id: number; sent: number }
  | { type: 'stored'; id: number; itemId?: string; fileId?: string }
  | { type: 'refused'; id: number; refusal: Refusal }
  | { type: 'interrupted'; id: number; refusal?: Refusal }
  /** Without an id these mean every upload that they can apply to. */
  | { type: 'paused'; id?: number }
  | { type: 'resumed'; id?: number }
  | { type: 'retried'; id?: number }
  | { type: 'cancelled'; id?: number }
  | { type: 'cleared' };

const FROM: Record<'paused' | 'resumed' | 'retried' | 'cancelled', readonly UploadState[]> = {
  paused: ['WAITING', 'SENDING', 'INTERRUPTED'],
  resumed: ['PAUSED', 'INTERRUPTED'],
  retried: ['REFUSED', 'INTERRUPTED'],
  cancelled: ['WAITING', 'SENDING', 'PAUSED', 'INTERRUPTED', 'REFUSED'],
};

const INTO = {
  paused: 'PAUSED',
  resumed: 'WAITING',
  retried: 'WAITING',
  cancelled: 'CANCELLED',
} as const;

/** Pure: the uploads after an event. Events that no longer fit (progress of a cancelled upload) change nothing. */
export function reduce(uploads: readonly Upload[], event: UploadEvent): readonly Upload[] {
  switch (event.type) {
    case 'added':
      return [...uploads, ...event.uploads];
    case 'started':
      return change(uploads, event.id, ['WAITING'], { state: 'SENDING', refusal: undefined });
    case 'progressed':
      return change(uploads, event.id, ['SENDING'], { sent: event.sent });
    case 'stored':
      return store(uploads, event);
    case 'refused':
      return change(uploads, event.id, ['WAITING', 'SENDING'], { state: 'REFUSED', refusal: event.refusal });
    case 'interrupted':
      return change(uploads, event.id, ['SENDING'], { state: 'INTERRUPTED', refusal: event.refusal });
    case 'paused':
    case 'resumed':
    case 'retried':
    case 'cancelled':
      return change(uploads, event.id, FROM[event.type], { state: INTO[event.type], refusal: undefined });
    case 'cleared':
      return uploads.filter((upload) => isUnfinished(upload));
  }
}

/** Which waiting uploads may start now, oldest first. */
export function startable(uploads: readonly Upload[], parallel: number): Upload[] {
  const sending = uploads.filter((upload) => upload.state === 'SENDING').length;
  const room = Math.max(0, parallel - sending);
  return uploads.filter((upload) => upload.state === 'WAITING').slice(0, room);
}

export interface UploadTotals {
  count: number;
  stored: number;
  refused: number;
  sending: number;
  waiting: number;
  paused: number;
  interrupted: number;
  unfinished: number;
  bytes: number;
  sent: number;
  /** Bytes and a fixed share per file, for the bar and the time: a thousand notes take longer than their bytes say. */
  work: number;
  done: number;
}

const workPerFile = 64 * 1024;

/** Cancelled and refused uploads count for nothing in the bytes: they will not be sent. */
export function totals(uploads: readonly Upload[]): UploadTotals {
  const sum: UploadTotals = {
    count: 0,
    stored: 0,
    refused: 0,
    sending: 0,
    waiting: 0,
    paused: 0,
    interrupted: 0,
    unfinished: 0,
    bytes: 0,
    sent: 0,
    work: 0,
    done: 0,
  };
  for (const upload of uploads) {
    if (upload.state === 'CANCELLED') continue;
    sum.count++;
    if (upload.state === 'REFUSED') sum.refused++;
    else {
      sum.bytes += upload.size;
      sum.sent += upload.sent;
      sum.work += upload.size + workPerFile;
      sum.done += upload.sent + (upload.state === 'STORED' ? workPerFile : 0);
    }
    if (upload.state === 'STORED') sum.stored++;
    if (upload.state === 'SENDING') sum.sending++;
    if (upload.state === 'WAITING') sum.waiting++;
    if (upload.state === 'PAUSED') sum.paused++;
    if (upload.state === 'INTERRUPTED') sum.interrupted++;
    if (isUnfinished(upload)) sum.unfinished++;
  }
  return sum;
}

/** Unfinished is what would be lost by closing the page now. A refused one waits for a decision, not for bytes. */
export function isUnfinished(upload: Upload): boolean {
  return ['WAITING', 'SENDING', 'PAUSED', 'INTERRUPTED'].includes(upload.state);
}

const ORDER: Record<UploadState, number> = {
  REFUSED: 0,
  INTERRUPTED: 1,
  SENDING: 2,
  PAUSED: 3,
  WAITING: 4,
  STORED: 5,
  CANCELLED: 6,
};

/** What the panel lists: trouble first, then what moves, then what waits, the newest stored last; at most `limit` rows. */
export function listed(uploads: readonly Upload[], limit: number): Upload[] {
  return uploads
    .filter((upload) => upload.state !== 'CANCELLED')
    .sort((a, b) => ORDER[a.state] - ORDER[b.state] || (a.state === 'STORED' ? b.id - a.id : a.id - b.id))
    .slice(0, limit);
}

function store(
  uploads: readonly Upload[],
  event: Extract<UploadEvent, { type: 'stored' }>,
): readonly Upload[] {
  return change(uploads, event.id, ['SENDING'], (upload) => ({
    state: 'STORED',
    sent: upload.size,
    itemId: event.itemId,
    fileId: event.fileId,
  }));
}

function change(
  uploads: readonly Upload[],
  id: number | undefined,
  from: readonly UploadState[],
  patch: Partial<Upload> | ((upload: Upload) => Partial<Upload>),
): readonly Upload[] {
  return uploads.map((upload) =>
    (id === undefined || upload.id === id) && from.includes(upload.state)
      ? { ...upload, ...(typeof patch === 'function' ? patch(upload) : patch) }
      : upload,
  );
}

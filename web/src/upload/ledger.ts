/**
 * What this browser remembers, for one person, of batches that did not finish, so that dropping the same folder again after a reload
 * goes on where it stopped: files already stored are left out, the one that was broken off continues at its offset
 * (tus keeps that part itself).
 */
export interface Batch {
  target: { kind: 'DOSSIER' | 'ITEM'; id: string; title: string };
  /** Fingerprints of the files already stored. */
  stored: string[];
  /** How many were still to come when this was written. */
  unfinished: number;
}

export type Ledger = Record<string, Batch>;

function placeOf(personId: string): string {
  return `kedang.uploads.${personId}`;
}

/** Identifies a file for a target without reading it: target, path, size and date of change. */
export function keyOf(targetId: string, relativePath: string, size: number, lastModified: number): string {
  return `${targetId}|${relativePath}|${size}|${lastModified}`;
}

/** 53 bits in base 36: short enough to keep thousands of them in the browser's store (cyrb53, public domain). */
export function fingerprintOf(key: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < key.length; i++) {
    const unit = key.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}

export function readLedger(storage: Pick<Storage, 'getItem'>, personId: string): Ledger {
  try {
    const kept: unknown = JSON.parse(storage.getItem(placeOf(personId)) ?? '{}');
    return typeof kept === 'object' && kept !== null ? (kept as Ledger) : {};
  } catch {
    return {};
  }
}

/** Batches with nothing left to do are dropped. A full store only costs the memory of what was stored already. */
export function writeLedger(storage: Pick<Storage, 'setItem'>, personId: string, ledger: Ledger): void {
  const open = Object.fromEntries(Object.entries(ledger).filter(([, batch]) => batch.unfinished > 0));
  try {
    storage.setItem(placeOf(personId), JSON.stringify(open));
  } catch {
    // A private window or a full store: uploading goes on, only a reload would not remember it.
  }
}

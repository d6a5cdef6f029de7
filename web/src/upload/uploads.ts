import { computed, readonly, ref, shallowRef } from 'vue';
import type { DroppedFile } from './entries';
import { type Sample, secondsLeft, speedOf, withSample } from './estimate';
import { type Batch, type Ledger, fingerprintOf, keyOf, readLedger, writeLedger } from './ledger';
import {
  type Upload,
  type UploadEvent,
  type UploadTarget,
  isUnfinished,
  reduce,
  startable,
  totals,
} from './queue';
import { type Transfer, transfer } from './transport';

const PARALLEL = 4;
const TICK_MS = 500;
const RECONNECT_MS = 8000;

/** One queue for the whole page load: it outlives every view. */
const uploads = shallowRef<readonly Upload[]>([]);
const sum = computed(() => totals(uploads.value));
const samples = shallowRef<readonly Sample[]>([]);
const ledger = shallowRef<Ledger>({});
const skipped = ref(0);
const files = new Map<number, DroppedFile>();
const transfers = new Map<number, Transfer>();
const pendingProgress = new Map<number, number>();
let owner: string | undefined;
let held = false;
let lastId = 0;
let ticking: ReturnType<typeof setInterval> | undefined;
let reconnectAt = 0;

type StoredListener = (upload: Upload) => void;
const storedListeners = new Set<StoredListener>();

export function useUploads() {
  const speed = computed(() => speedOf(samples.value));
  return {
    uploads: readonly(uploads),
    totals: sum,
    speed,
    remaining: computed(() => secondsLeft(sum.value.work - sum.value.done, speedOf(samples.value, 'done'))),
    /** Batches that an earlier page load left unfinished and that nobody has dropped again yet. */
    leftBehind: computed(() => leftBehind()),
    /** How many files of the last drop were left out because they are stored already. */
    skipped: readonly(skipped),
    add,
    pause: (id?: number) => stop({ type: 'paused', id }),
    cancel: (id?: number) => stop({ type: 'cancelled', id }),
    resume: (id?: number) => dispatch({ type: 'resumed', id }),
    retry: (id?: number) => dispatch({ type: 'retried', id }),
    clear: () => dispatch({ type: 'cleared' }),
    forget,
  };
}

/** Tells when a file is stored for good; returns how to stop listening. */
export function onStored(listener: StoredListener): () => void {
  storedListeners.add(listener);
  return () => storedListeners.delete(listener);
}

/**
 * Uploads belong to who dropped them. They rest while nobody is signed in, go on when the same person is back, and are
 * let go when somebody else is.
 */
export function belongTo(personId: string | undefined): void {
  if (personId === undefined) {
    held = sum.value.unfinished > 0;
    stop({ type: 'paused' });
    remember();
  } else if (personId !== owner) {
    for (const running of transfers.values()) running.pause();
    transfers.clear();
    pendingProgress.clear();
    files.clear();
    uploads.value = [];
    owner = personId;
    ledger.value = readLedger(localStorage, personId);
  } else if (held) {
    held = false;
    dispatch({ type: 'resumed' });
  }
}

function add(dropped: readonly DroppedFile[], target: UploadTarget): void {
  const already = new Set(unfinishedBatch(target.id)?.stored);
  const running = new Set(uploads.value.filter(isUnfinished).map((upload) => upload.key));
  const fresh: Upload[] = [];
  for (const { file, relativePath } of dropped) {
    const key = keyOf(target.id, relativePath, file.size, file.lastModified);
    if (running.has(key) || already.has(fingerprintOf(key))) continue;
    const id = ++lastId;
    files.set(id, { file, relativePath });
    fresh.push({
      id,
      key,
      name: file.name,
      relativePath,
      size: file.size,
      sent: 0,
      target,
      state: 'WAITING',
    });
  }
  skipped.value = dropped.length - fresh.length;
  dispatch({ type: 'added', uploads: fresh });
}

function dispatch(event: UploadEvent): void {
  uploads.value = reduce(uploads.value, event);
  for (const upload of startable(uploads.value, PARALLEL)) start(upload);
  releaseFiles();
  keepTicking();
}

function start(upload: Upload): void {
  const dropped = files.get(upload.id);
  if (!dropped) return;
  uploads.value = reduce(uploads.value, { type: 'started', id: upload.id });
  if (upload.size === 0) {
    // The server refuses it too; saying so here spares a folder of empty files a thousand requests.
    queueMicrotask(() => dispatch({ type: 'refused', id: upload.id, refusal: { slug: 'file-empty' } }));
    return;
  }
  send(upload, dropped);
}

function send(upload: Upload, dropped: DroppedFile): void {
  const { id } = upload;
  const ended = (event: UploadEvent) => {
    if (transfers.get(id) !== own) return;
    transfers.delete(id);
    pendingProgress.delete(id);
    dispatch(event);
  };
  const own = transfer(
    { file: dropped.file, relativePath: dropped.relativePath, key: upload.key, target: upload.target },
    {
      progressed: (sent) => pendingProgress.set(id, sent),
      stored: (ids) => {
        ended({ type: 'stored', id, ...ids });
        announce(id);
      },
      refused: (refusal) => ended({ type: 'refused', id, refusal }),
      interrupted: (refusal) => {
        reconnectAt = performance.now() + RECONNECT_MS;
        ended({ type: 'interrupted', id, refusal });
      },
    },
  );
  transfers.set(id, own);
}

function announce(id: number): void {
  const upload = uploads.value.find((candidate) => candidate.id === id);
  if (upload?.state !== 'STORED') return;
  for (const listener of storedListeners) listener(upload);
}

function stop(event: Extract<UploadEvent, { type: 'paused' | 'cancelled' }>): void {
  for (const [id, running] of transfers) {
    if (event.id !== undefined && event.id !== id) continue;
    transfers.delete(id);
    pendingProgress.delete(id);
    if (event.type === 'paused') running.pause();
    else running.cancel();
  }
  dispatch(event);
}

function forget(targetId: string): void {
  ledger.value = Object.fromEntries(Object.entries(ledger.value).filter(([id]) => id !== targetId));
  keep(ledger.value);
}

/** Only an unfinished batch leaves out what it stored: dropping a file again later is a new version on purpose. */
function unfinishedBatch(targetId: string): Batch | undefined {
  const batch = ledger.value[targetId];
  return batch && batch.unfinished > 0 ? batch : undefined;
}

function keep(written: Ledger): void {
  if (owner !== undefined) writeLedger(localStorage, owner, written);
}

function leftBehind() {
  const busy = new Set(uploads.value.map((upload) => upload.target.id));
  return Object.values(ledger.value).filter((batch) => batch.unfinished > 0 && !busy.has(batch.target.id));
}

/** The bytes of what is stored or cancelled are let go, so that a day's filing does not hold a day's files. */
function releaseFiles(): void {
  for (const upload of uploads.value) {
    if (upload.state === 'STORED' || upload.state === 'CANCELLED') files.delete(upload.id);
  }
}

function keepTicking(): void {
  if (ticking === undefined && sum.value.unfinished > 0) ticking = setInterval(tick, TICK_MS);
}

function tick(): void {
  for (const [id, sent] of pendingProgress) {
    uploads.value = reduce(uploads.value, { type: 'progressed', id, sent });
  }
  pendingProgress.clear();
  samples.value = withSample(samples.value, {
    at: performance.now(),
    sent: sum.value.sent,
    done: sum.value.done,
  });
  if (sum.value.interrupted > 0 && navigator.onLine && performance.now() > reconnectAt) reconnect();
  remember();
  if (sum.value.unfinished === 0) {
    clearInterval(ticking);
    ticking = undefined;
    samples.value = [];
  }
}

function reconnect(): void {
  reconnectAt = performance.now() + RECONNECT_MS;
  for (const upload of uploads.value) {
    if (upload.state === 'INTERRUPTED')
      uploads.value = reduce(uploads.value, { type: 'resumed', id: upload.id });
  }
  for (const upload of startable(uploads.value, PARALLEL)) start(upload);
}

let remembered: readonly Upload[] = [];

function remember(): void {
  if (remembered === uploads.value) return;
  remembered = uploads.value;
  const next: Ledger = { ...ledger.value };
  const touched = new Set<string>();
  for (const upload of uploads.value) {
    const { target } = upload;
    if (!touched.has(target.id)) {
      touched.add(target.id);
      next[target.id] = { target, stored: [...(ledger.value[target.id]?.stored ?? [])], unfinished: 0 };
    }
    const batch = next[target.id];
    if (!batch) continue;
    if (upload.state === 'STORED') batch.stored.push(fingerprintOf(upload.key));
    if (isUnfinished(upload)) batch.unfinished++;
  }
  for (const id of touched) {
    const batch = next[id];
    if (batch) batch.stored = [...new Set(batch.stored)];
  }
  ledger.value = next;
  keep(next);
}

window.addEventListener('online', () => {
  reconnectAt = 0;
});
window.addEventListener('pagehide', () => remember());
window.addEventListener('beforeunload', (event) => {
  if (sum.value.unfinished > 0) event.preventDefault();
});

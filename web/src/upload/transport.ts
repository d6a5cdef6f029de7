import { type DetailedError, type HttpRequest, type HttpResponse, Upload as TusUpload } from 'tus-js-client';
import { csrfToken } from '@/api/http';
import { today } from '@/kit/chinaTime';
import type { Refusal, UploadTarget } from './queue';

const CHUNK_BYTES = 16 * 1024 * 1024;
const RETRY_DELAYS_MS = [500, 1500, 4000, 8000];
/** The connection or the server is away, not the upload at fault. */
const PASSING_STATUSES = new Set([0, 429, 502, 503, 504]);

export interface Outcome {
  progressed: (sent: number) => void;
  stored: (ids: { itemId?: string; fileId?: string }) => void;
  /** The server said no, in words. */
  refused: (refusal: Refusal) => void;
  /** Nobody answered, or the session ended: worth trying again as it is. */
  interrupted: (refusal?: Refusal) => void;
}

export interface Transfer {
  /** Stops and keeps what the server has. */
  pause: () => void;
  /** Stops and has the server throw away what it has. */
  cancel: () => void;
}

export interface Consignment {
  file: File;
  key: string;
  relativePath: string;
  target: UploadTarget;
}

/** Sends one file by tus 1.0, from where an earlier attempt of the same key stopped. */
export function transfer(consignment: Consignment, outcome: Outcome): Transfer {
  const upload = new TusUpload(consignment.file, {
    endpoint: '/api/uploads',
    metadata: metadataOf(consignment),
    chunkSize: CHUNK_BYTES,
    retryDelays: RETRY_DELAYS_MS,
    fingerprint: () => Promise.resolve(consignment.key),
    removeFingerprintOnSuccess: true,
    onBeforeRequest: allow,
    onShouldRetry: (error) => isPassing(statusOf(error)) || statusOf(error) === 409,
    onProgress: (sent) => outcome.progressed(sent),
    onSuccess: ({ lastResponse }) => outcome.stored(idsOf(lastResponse)),
    onError: (error) => fail(error as DetailedError, outcome),
  });
  let stopped = false;
  void upload.findPreviousUploads().then((previous) => {
    if (stopped) return;
    const latest = previous.at(-1);
    if (latest) upload.resumeFromPreviousUpload(latest);
    upload.start();
  });
  const stop = (forGood: boolean) => {
    stopped = true;
    // Terminating may fail when the server is away; it drops unfinished uploads by itself in time.
    void upload.abort(forGood).catch(() => undefined);
  };
  return { pause: () => stop(false), cancel: () => stop(true) };
}

function metadataOf({ file, target, relativePath }: Consignment): Record<string, string> {
  return {
    filename: file.name,
    ...(target.kind === 'DOSSIER' ? { dossierId: target.id } : { itemId: target.id }),
    documentDate: today(new Date(file.lastModified)),
    ...(relativePath.includes('/') ? { relativePath } : {}),
  };
}

function allow(request: HttpRequest): void {
  request.setHeader('X-XSRF-TOKEN', csrfToken());
}

function idsOf(response: HttpResponse): { itemId?: string; fileId?: string } {
  return {
    itemId: response.getHeader('Kedang-Item') ?? undefined,
    fileId: response.getHeader('Kedang-File') ?? undefined,
  };
}

function statusOf(error: DetailedError): number {
  return error.originalResponse?.getStatus() ?? 0;
}

function isPassing(status: number): boolean {
  return PASSING_STATUSES.has(status);
}

function fail(error: DetailedError, outcome: Outcome): void {
  const status = statusOf(error);
  if (status === 0 && error.originalRequest === undefined) outcome.refused({ slug: 'unreadable' });
  else if (isPassing(status)) outcome.interrupted();
  else if (status === 401) outcome.interrupted({ slug: 'not-signed-in' });
  else outcome.refused(refusalOf(error.originalResponse?.getBody()));
}

/** The problem in a body; an answer that is none (a proxy's page) becomes `internal`. */
export function refusalOf(body: string | undefined): Refusal {
  try {
    const problem = JSON.parse(body ?? '') as Partial<Refusal>;
    if (typeof problem.slug === 'string') return { slug: problem.slug, zh: problem.zh, en: problem.en };
  } catch {
    // Not JSON: said below.
  }
  return { slug: 'internal' };
}

import type { Problem } from './contract';

/** An answer outside 2xx, or no answer at all (slug `offline`). Branch on `problem.slug` only. */
export class ProblemError extends Error {
  constructor(
    readonly problem: Problem,
    readonly status: number,
  ) {
    super(problem.slug);
    this.name = 'ProblemError';
  }
}

export type Query = Record<string, string | number | boolean | null | undefined>;

export interface Options {
  query?: Query;
  /** Version of the thing being changed; sent as `If-Match`. */
  version?: number;
  /** `application/merge-patch+json` for PATCH, JSON otherwise, unless given. */
  contentType?: string;
  signal?: AbortSignal;
}

type Listener = (problem: Problem) => void;
const listeners = new Set<Listener>();

/** Hears every problem before the caller does; the session uses it to notice that it has ended. */
export function onProblem(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

let prove: (() => Promise<boolean>) | undefined;

/** Says how somebody proves again who they are; requests that need it wait and are sent once more. */
export function proveBy(ask: () => Promise<boolean>): void {
  prove = ask;
}

export function urlOf(path: string, query?: Query): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== null && value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text ? `${path}?${text}` : path;
}

export function csrfToken(): string {
  const cookie = document.cookie.split('; ').find((part) => part.startsWith('XSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) : '';
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    const body = (await response.json()) as Partial<Problem>;
    return { ...body, slug: body.slug ?? slugOf(response.status), status: response.status };
  } catch {
    return { slug: slugOf(response.status), status: response.status };
  }
}

function slugOf(status: number): string {
  const known: Record<number, string> = {
    401: 'not-signed-in',
    403: 'not-permitted',
    404: 'not-found',
    413: 'file-too-large',
    502: 'offline',
    503: 'offline',
    504: 'offline',
  };
  return known[status] ?? (status >= 500 ? 'internal' : 'malformed-request');
}

function headersOf(method: string, body: unknown, options: Options): Headers {
  const headers = new Headers({ Accept: 'application/json, application/problem+json, */*;q=0.1' });
  if (method !== 'GET') headers.set('X-XSRF-TOKEN', csrfToken());
  if (options.version !== undefined) headers.set('If-Match', `"${options.version}"`);
  if (body !== undefined && !(body instanceof FormData)) {
    const usual = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
    headers.set('Content-Type', options.contentType ?? usual);
  }
  return headers;
}

async function exchange(
  method: string,
  path: string,
  body: unknown,
  options: Options,
): Promise<Response> {
  try {
    return await fetch(urlOf(path, options.query), {
      method,
      headers: headersOf(method, body, options),
      body: body === undefined || body instanceof FormData ? body : JSON.stringify(body),
      credentials: 'same-origin',
      signal: options.signal,
    });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ProblemError({ slug: 'offline' }, 0);
  }
}

/** Sends one request; throws {@link ProblemError} for everything outside 2xx. */
export async function request<T>(
  method: string,
  path: string,
  body?: unknown,
  options: Options = {},
): Promise<T> {
  return await contentOf<T>(await answerTo(method, path, body, options));
}

/** Asks for a file; it is the answer's body. */
export async function requestFile(path: string, body: unknown): Promise<Blob> {
  return await (await answerTo('POST', path, body, {})).blob();
}

async function answerTo(
  method: string,
  path: string,
  body: unknown,
  options: Options,
): Promise<Response> {
  let response = await exchange(method, path, body, options);
  if (!response.ok) {
    let problem = await problemOf(response);
    if (problem.slug === 'csrf-token-invalid') {
      // Asking who is signed in brings a fresh token, or says that nobody is.
      const session = await exchange('GET', '/api/session', undefined, {});
      response = session.ok ? await exchange(method, path, body, options) : session;
      if (response.ok) return response;
      problem = await problemOf(response);
    }
    if (problem.slug === 'step-up-required' && prove && (await prove())) {
      response = await exchange(method, path, body, options);
      if (response.ok) return response;
      problem = await problemOf(response);
    }
    listeners.forEach((listener) => listener(problem));
    throw new ProblemError(problem, response.status);
  }
  return response;
}

async function contentOf<T>(response: Response): Promise<T> {
  const text = response.status === 204 ? '' : await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

export const http = {
  get: <T>(path: string, query?: Query, signal?: AbortSignal) =>
    request<T>('GET', path, undefined, { query, signal }),
  post: <T>(path: string, body?: unknown, options?: Options) =>
    request<T>('POST', path, body, options),
  put: <T>(path: string, body?: unknown, options?: Options) =>
    request<T>('PUT', path, body, options),
  patch: <T>(path: string, body: unknown, version: number) =>
    request<T>('PATCH', path, body, { version }),
  /** What is not JSON, such as XML. */
  text: async (path: string) => (await answerTo('GET', path, undefined, {})).text(),
  delete: <T = void>(path: string) => request<T>('DELETE', path),
};

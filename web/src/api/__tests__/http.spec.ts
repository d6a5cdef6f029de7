import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { http, onProblem, ProblemError, urlOf } from '../http';

const answers: Response[] = [];
const asked: { method: string; url: string; headers: Headers }[] = [];

function problem(status: number, slug: string): Response {
  return new Response(JSON.stringify({ slug }), { status });
}

beforeEach(() => {
  answers.length = asked.length = 0;
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    asked.push({ method: init.method ?? '', url, headers: init.headers as Headers });
    const answer = answers.shift();
    return answer ? Promise.resolve(answer) : Promise.reject(new TypeError('no network'));
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('requests', () => {
  it('leaves empty filters out of the address', () => {
    expect(urlOf('/api/customers', { q: '银行', kind: '', page: 2, sort: undefined })).toBe(
      '/api/customers?q=%E9%93%B6%E8%A1%8C&page=2',
    );
  });

  it('names the version it is based on', async () => {
    answers.push(new Response('{"id":"1"}'));
    await http.patch('/api/customers/1', { phone: null }, 0);
    expect(asked[0]?.headers.get('If-Match')).toBe('"0"');
    expect(asked[0]?.headers.get('Content-Type')).toBe('application/merge-patch+json');
  });

  it('takes a fresh token and repeats once', async () => {
    answers.push(problem(403, 'csrf-token-invalid'), new Response('{}'), new Response('{"id":"7"}', { status: 201 }));
    await expect(http.post('/api/customers', { name: '甲' })).resolves.toEqual({ id: '7' });
    expect(asked.map((one) => `${one.method} ${one.url}`)).toEqual([
      'POST /api/customers',
      'GET /api/session',
      'POST /api/customers',
    ]);
  });

  it('says that nobody is signed in when the token is gone with the session', async () => {
    answers.push(problem(403, 'csrf-token-invalid'), problem(401, 'not-signed-in'));
    const heard = vi.fn();
    const stop = onProblem(heard);
    await expect(http.post('/api/customers', {})).rejects.toMatchObject({ status: 401, problem: { slug: 'not-signed-in' } });
    expect(heard).toHaveBeenCalledTimes(1);
    stop();
  });

  it('calls a dead network offline and an unreadable failure internal', async () => {
    await expect(http.get('/api/customers')).rejects.toMatchObject({ problem: { slug: 'offline' } });
    answers.push(new Response('<html>', { status: 500 }));
    const failure = await http.get('/api/customers').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ProblemError);
    expect((failure as ProblemError).problem.slug).toBe('internal');
  });
});

import type { Problem } from '@/api/contract';
import { csrfToken, ProblemError } from '@/api/http';

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Sends an Excel sheet, or one of another type, as it is; throws {@link ProblemError} for everything outside 2xx. */
export async function sendSheet(path: string, sheet: Blob, type = SHEET): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': type, 'X-XSRF-TOKEN': csrfToken() },
      body: sheet,
      credentials: 'same-origin',
    });
  } catch {
    throw new ProblemError({ slug: 'offline' }, 0);
  }
  if (!response.ok) throw new ProblemError((await response.json()) as Problem, response.status);
  return response;
}

/** Hands a file to the user; nothing of it is kept in the page. */
export function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

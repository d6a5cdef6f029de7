import type { FormField, FormFile } from '@/api/contract';

/** Keeps a file for a field before the form is sent, and drops one that is not wanted. */
export interface FileKeeper {
  keep: (field: FormField, file: File) => Promise<FormFile>;
  drop: (id: string) => void;
}

const USUAL_FILES = 10;
const USUAL_MEGABYTES = 20;

/** How many files a field takes. */
export function mostFiles(field: Pick<FormField, 'most'>): number {
  return field.most ?? USUAL_FILES;
}

/** How large a file may be, in MiB. */
export function mostMegabytes(field: Pick<FormField, 'megabytes'>): number {
  return field.megabytes ?? USUAL_MEGABYTES;
}

/** Which of the chosen files can be sent: as many as there is room for, none empty or too large. */
export function fitting<F extends { size: number }>(field: Pick<FormField, 'most' | 'megabytes'>, there: number, chosen: readonly F[]): { fit: F[]; large: F[]; over: F[] } {
  const large = chosen.filter((file) => file.size > mostMegabytes(field) * 1024 * 1024);
  const small = chosen.filter((file) => !large.includes(file));
  const room = Math.max(0, mostFiles(field) - there);
  return { fit: small.slice(0, room), large, over: small.slice(room) };
}

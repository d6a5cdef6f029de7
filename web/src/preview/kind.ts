import type { DigitalFile } from '@/api/contract';

/** How the page can show a file: TEXT is what the examination took out of it. */
export type PreviewKind = 'PDF' | 'IMAGE' | 'TEXT';

const images = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp']);
const imageName = /\.(png|jpe?g|gif|webp|bmp)$/i;
const pdfName = /\.pdf$/i;

/** What showing a file needs to know of it; `at` is where its bytes are, if not with the archive's. */
export type PreviewFile = Pick<DigitalFile, 'id' | 'name' | 'size' | 'format'> & { at?: string };

/** By content once that is known; the name only bridges the moments until then. */
export function kindOf(file: Pick<DigitalFile, 'name' | 'format'>): PreviewKind {
  const mime = file.format?.mime;
  if (mime) return mime === 'application/pdf' ? 'PDF' : images.has(mime) ? 'IMAGE' : 'TEXT';
  if (pdfName.test(file.name)) return 'PDF';
  return imageName.test(file.name) ? 'IMAGE' : 'TEXT';
}

export function contentUrl(fileId: string, inline = false, at = '/api/files'): string {
  return `${at}/${encodeURIComponent(fileId)}/content${inline ? '?inline=true' : ''}`;
}

import type { FormFile } from '@/api/contract';
import { http } from '@/api/http';
import type { FileKeeper } from '@/form/files';
import type { PreviewFile } from '@/preview/kind';

const at = '/api/approval-files';

/** Keeps files for a request of the type that is still being written. */
export function keeperOf(type: string): FileKeeper {
  return {
    keep(field, file) {
      const body = new FormData();
      body.append('file', file);
      return http.post<FormFile>(`${at}?${new URLSearchParams({ type, field: field.name })}`, body);
    },
    // what a request has taken already stays with it; what stays by mistake is swept in time
    drop: (id) => void http.delete(`${at}/${id}`).catch(() => undefined),
  };
}

/** As the preview shows it: by its bytes only, whatever it is called. */
export function previewOf(file: FormFile, kept = at): PreviewFile {
  return { id: file.id, name: file.name, size: file.size, format: { mime: file.mime ?? 'application/octet-stream', name: '' }, at: kept };
}

import { onBeforeUnmount } from 'vue';
import { useQueryClient } from '@tanstack/vue-query';
import { onStored } from '@/upload/uploads';
import type { Upload } from '@/upload/queue';
import { dossierChanged, keys } from '../queries';

const restMs = 800;

/** Shows what uploads bring as they bring it: asks the server again at most about once a second. */
export function useFiled(concerns: (upload: Upload) => boolean, refresh: () => void): void {
  let due: ReturnType<typeof setTimeout> | undefined;
  const stop = onStored((upload) => {
    if (due !== undefined || !concerns(upload)) return;
    due = setTimeout(() => {
      due = undefined;
      refresh();
    }, restMs);
  });
  onBeforeUnmount(() => {
    stop();
    clearTimeout(due);
  });
}

export function useFiledIntoDossier(dossierId: () => string): void {
  const queries = useQueryClient();
  useFiled(
    (upload) => upload.target.kind === 'DOSSIER' && upload.target.id === dossierId(),
    () => dossierChanged(queries, dossierId()),
  );
}

export function useFiledIntoItem(itemId: () => string, dossierId: () => string | undefined): void {
  const queries = useQueryClient();
  useFiled(
    (upload) => upload.target.kind === 'ITEM' && upload.target.id === itemId(),
    () => {
      void queries.invalidateQueries({ queryKey: keys.item(itemId()) });
      const dossier = dossierId();
      if (dossier) dossierChanged(queries, dossier);
    },
  );
}

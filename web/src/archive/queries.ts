import type { QueryClient } from '@tanstack/vue-query';

/** Keys of what the server was asked for; lists are keyed by their path, as `useList` does it. */
export const keys = {
  scheme: ['scheme'] as const,
  dossier: (id: string) => ['dossiers', id] as const,
  item: (id: string) => ['items', id] as const,
  itemFiles: (id: string) => ['items', id, 'files'] as const,
  findings: (fileId: string) => ['files', fileId, 'findings'] as const,
  dossierList: ['/api/dossiers'] as const,
  itemList: (dossierId: string) => [`/api/dossiers/${dossierId}/items`] as const,
};

/** After something was filed into a dossier: its items, its count and what it still lacks. */
export function dossierChanged(queries: QueryClient, dossierId: string): void {
  void queries.invalidateQueries({ queryKey: keys.itemList(dossierId) });
  void queries.invalidateQueries({ queryKey: keys.dossier(dossierId) });
  void queries.invalidateQueries({ queryKey: keys.dossierList });
}

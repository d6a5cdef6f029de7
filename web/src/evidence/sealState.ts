import type { EvidenceState } from '@/api/contract';

export type Seal = 'well' | 'behind' | 'late' | 'stands' | 'fails' | 'lacks';

const LATE_MS = 30_000;

/** How the seal is, in one word. */
export function sealOf(state: Pick<EvidenceState, 'standing' | 'failure' | 'gaps' | 'unsealed' | 'unsealedSince'>, now: number): Seal {
  if (state.standing) return 'stands';
  if (state.failure) return 'fails';
  if (state.gaps.length > 0) return 'lacks';
  if (state.unsealed === 0) return 'well';
  return state.unsealedSince && now - Date.parse(state.unsealedSince) > LATE_MS ? 'late' : 'behind';
}

/** Saves text under a name of its own, as a click on a link would. */
export function saveText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

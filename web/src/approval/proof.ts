import type { SealedAct } from '@/api/contract';

/** How a whole record stands: one changed line breaks it, one that waits leaves it open. */
export function sealOf(acts: readonly Pick<SealedAct, 'seal'>[]): 'sealed' | 'waiting' | 'broken' {
  if (acts.some((act) => act.seal && !act.seal.intact)) return 'broken';
  return acts.length > 0 && acts.every((act) => act.seal) ? 'sealed' : 'waiting';
}

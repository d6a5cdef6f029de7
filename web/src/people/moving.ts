/** What becomes of one kind of things that somebody holds who changes department. */
export interface MoveShare {
  kind: string;
  held: number;
  way: 'OVER' | 'KEEP' | '';
  taker: string;
}

/** One line for each kind of which there is something. */
export function sharesOf(owned: Readonly<Record<string, number>>): MoveShare[] {
  return Object.entries(owned)
    .filter(([, held]) => held > 0)
    .map(([kind, held]) => ({ kind, held, way: '', taker: '' }));
}

export function isSettled(shares: readonly MoveShare[], reason: string): boolean {
  return reason.trim() !== '' && shares.every((one) => one.way === 'KEEP' || (one.way === 'OVER' && one.taker !== ''));
}

/** Body of the settlement. */
export function settlementOf(departmentId: string, shares: readonly MoveShare[], reason: string) {
  return {
    departmentId,
    shares: shares.map((one) => ({ kind: one.kind, handOverTo: one.way === 'OVER' ? one.taker : undefined })),
    reason: reason.trim(),
  };
}

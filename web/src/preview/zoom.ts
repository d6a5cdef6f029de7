const steps = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4];

/** The next fixed step above or below a scale that may lie between two (fitted to the width). */
export function zoomStep(scale: number, direction: 1 | -1): number {
  const first = steps[0] ?? 1;
  const last = steps.at(-1) ?? 1;
  const next =
    direction === 1
      ? steps.find((step) => step > scale + 0.005)
      : steps.findLast((step) => step < scale - 0.005);
  return next ?? (direction === 1 ? last : first);
}

export type Fit = 'WIDTH' | 'PAGE';

/** The scale at which a page of `width` × `height`, turned by `rotation`, fits the room. */
export function fitScale(
  fit: Fit,
  page: { width: number; height: number },
  room: { width: number; height: number },
  rotation: number,
): number {
  const turned = rotation % 180 !== 0;
  const width = turned ? page.height : page.width;
  const height = turned ? page.width : page.height;
  if (width <= 0 || height <= 0 || room.width <= 0) return 1;
  const byWidth = room.width / width;
  const scale = fit === 'WIDTH' ? byWidth : Math.min(byWidth, room.height / height);
  return Math.min(4, Math.max(0.1, scale));
}

export function quarterTurn(rotation: number): number {
  return (rotation + 90) % 360;
}

/** What was sent and done in all at a moment (milliseconds of a monotonic clock). */
export interface Sample {
  at: number;
  sent: number;
  done: number;
}

const WINDOW_MS = 10_000;

/** Keeps the last ten seconds; a count that went back (a retry from an earlier offset) starts afresh. */
export function withSample(samples: readonly Sample[], sample: Sample): Sample[] {
  const last = samples.at(-1);
  if (last && sample.sent < last.sent) return [sample];
  return [...samples.filter((earlier) => sample.at - earlier.at <= WINDOW_MS), sample];
}

/** Bytes (or work) a second over the samples, or undefined until a second has been seen. */
export function speedOf(samples: readonly Sample[], of: 'sent' | 'done' = 'sent'): number | undefined {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || last.at - first.at < 1000) return undefined;
  return ((last[of] - first[of]) * 1000) / (last.at - first.at);
}

/** Whole seconds until what is left is gone, or undefined while nothing moves. */
export function secondsLeft(left: number, speed: number | undefined): number | undefined {
  if (left <= 0) return 0;
  if (!speed || speed <= 0) return undefined;
  return Math.ceil(left / speed);
}

/** Splits seconds into what a person reads: `{ hours: 1, minutes: 5 }`, `{ minutes: 3 }`, `{ seconds: 20 }`. */
export function readable(seconds: number): { hours: number; minutes: number; seconds: number } {
  if (seconds < 60) return { hours: 0, minutes: 0, seconds };
  const minutes = Math.round(seconds / 60);
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60, seconds: 0 };
}

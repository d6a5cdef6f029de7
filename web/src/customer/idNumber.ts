const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = '10X98765432';

export function tidyIdNumber(text: string): string {
  return text.replace(/[\s-]/g, '').toUpperCase();
}

/** Check character of the first 17 digits of a citizen's identity number (GB 11643-1999, 4.3). */
export function idNumberCheck(first17: string): string {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(first17.charAt(at)), 0);
  return checks.charAt(sum % 11);
}

export type IdNumberFault = 'length' | 'characters' | 'date' | 'check';

function isDay(text: string, now: Date): boolean {
  const [year, month, day] = [text.slice(0, 4), text.slice(4, 6), text.slice(6, 8)].map(Number) as [
    number,
    number,
    number,
  ];
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1850 && date.getTime() <= now.getTime();
}

/** What is wrong with a tidy number; undefined when nothing is. */
export function idNumberFault(number: string, now = new Date()): IdNumberFault | undefined {
  if (number.length !== 18) return 'length';
  if (!/^\d{17}[\dX]$/.test(number)) return 'characters';
  if (!isDay(number.slice(6, 14), now)) return 'date';
  return idNumberCheck(number.slice(0, 17)) === number.charAt(17) ? undefined : 'check';
}

/**
 * The company's clock. The server counts days, terms and working hours in China's time, so that the page
 * shows and asks for them in it too, whatever clock the reader's machine keeps.
 */
const ZONE = 'Asia/Shanghai';
const OFFSET = '+08:00';
const DAY = 86_400_000;

const wallClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** What the clock on the wall shows at an instant: 2026-11-22 09:05:00. */
export function wallTime(instant: Date): string {
  return wallClock.format(instant);
}

/** The instant at which the clock on the wall shows this. */
export function instantAt(wall: string): Date {
  return new Date(`${wall.replace(' ', 'T')}${OFFSET}`);
}

/** The day it is in China, as 2026-11-22. */
export function today(now = new Date()): string {
  return wallTime(now).slice(0, 10);
}

/** The instant at which a day begins. */
export function dayStart(day: string): Date {
  return instantAt(`${day}T00:00:00`);
}

/** The day so many days after another one. */
export function plusDays(day: string, days: number): string {
  return today(new Date(dayStart(day).getTime() + days * DAY));
}

/** The day of a cell of a date picker, which counts its cells in the machine's own time. */
export function dayOfCell(cell: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${cell.getFullYear()}-${two(cell.getMonth() + 1)}-${two(cell.getDate())}`;
}

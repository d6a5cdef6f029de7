import { wallTime } from '@/kit/chinaTime';

/** Who looks, and when: the words that lie over every page shown or printed. */
export function watermarkLines(viewer: { name: string; userName: string }, now: Date): string[] {
  return [`${viewer.name} ${viewer.userName}`, wallTime(now).slice(0, 16)];
}

/** A CSS image that tiles; grey enough to read on white and on dark scans, light enough to read through. */
export function watermarkImage(lines: readonly string[]): string {
  const texts = lines.map((line, at) => `<text x="0" y="${at * 22}">${escapeXml(line)}</text>`).join('');
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="200">` +
    `<g transform="translate(30 150) rotate(-24)" font-family="sans-serif" font-size="16" ` +
    `fill="#7a7a7a" fill-opacity="0.2" stroke="#fff" stroke-opacity="0.1" stroke-width="0.4">` +
    `${texts}</g></svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
}

function escapeXml(text: string): string {
  return text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

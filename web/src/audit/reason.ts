/** A reason that the server wrote by itself, taken apart; anything else is a person's own words. */
export type Reason =
  | { kind: 'refusal'; slug: string; method: string; path: string }
  | { kind: 'asked'; words: [string, string][] }
  | { kind: 'code'; code: string }
  | { kind: 'words'; words: string };

const refusal = /^([a-z][a-z-]+) (GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) (\/\S*)$/;
const code = /^([A-Z]+(\+[A-Z]+)*|[a-z]+(-[a-z]+)+)$/;

export function reasonOf(act: string, reason: string): Reason {
  if (act === 'audit.read') {
    return { kind: 'asked', words: reason.split(' ').map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]) };
  }
  const parts = refusal.exec(reason);
  if (parts) return { kind: 'refusal', slug: parts[1] ?? '', method: parts[2] ?? '', path: parts[3] ?? '' };
  return code.test(reason) ? { kind: 'code', code: reason } : { kind: 'words', words: reason };
}

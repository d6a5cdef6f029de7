/** Where to go after signing in: a place of this site only, a foreign address must not lead away. */
export function placeToReturn(wanted: unknown): string {
  return typeof wanted === 'string' && /^\/(?![/\\])/.test(wanted) ? wanted : '/';
}

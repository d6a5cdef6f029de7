/** The networks in a text, one per line or parted by commas or spaces. */
export function networksOf(text: string): string[] {
  return text
    .split(/[\s,，;；]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

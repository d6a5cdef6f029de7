const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The code as it is stored: no spaces or dashes, capitals. */
export function tidyCreditCode(text: string): string {
  return text.replace(/[\s-]/g, '').toUpperCase();
}

/** Check character of the first 17 characters of a unified social credit code (GB 32100-2015, 5). */
export function creditCodeCheck(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

export type CreditCodeFault = 'length' | 'characters' | 'check';

/** What is wrong with a tidy code; undefined when nothing is. Letters I, O, S, V, Z never occur. */
export function creditCodeFault(code: string): CreditCodeFault | undefined {
  if (code.length !== 18) return 'length';
  if ([...code].some((character) => !alphabet.includes(character))) return 'characters';
  return creditCodeCheck(code.slice(0, 17)) === code.charAt(17) ? undefined : 'check';
}

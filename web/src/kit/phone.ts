/**
 * Whether a text looks like one telephone number. The rule itself (which digits make a number) is the server's; this
 * only spares a round trip to who typed a word or half a number.
 */
export function looksLikePhone(text: string): boolean {
  return /^[\s(（]*[\d+＋](?:[\s()（）.·\-‐‑–—－]*\d){4,}[\s()（）]*(?:(?:转|轉|分机|分機|ext\.?|x|#)+\s*[:.]?\s*\d{1,8})?\s*$/i.test(
    text.normalize('NFKC'),
  );
}

/** The same for several numbers, parted by comma, semicolon or slash. */
export function lookLikePhones(text: string): boolean {
  return text.split(/[,，;；、/／]/).every(looksLikePhone);
}

/** Whether a text looks like a mobile number of mainland China, or a number of another country. */
export function looksLikeMobile(text: string): boolean {
  const digits = text.normalize('NFKC').replace(/[\s\-‐‑–—()（）.·\p{Cf}]/gu, '');
  return /^((\+86|0086|86|0)?1[3-9]\d{9}|(\+|00)[1-9]\d{4,14})$/.test(digits);
}

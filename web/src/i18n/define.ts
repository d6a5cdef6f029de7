/** Texts of one feature, nested by key; both languages hold the same keys. */
export interface Texts {
  [key: string]: string | Texts;
}

/** The same keys with any text. */
export type Like<T> = { [K in keyof T]: T[K] extends string ? string : Like<T[K]> };

/**
 * Texts of a feature in both languages; the compiler refuses a key that one of them lacks. The
 * feature's folder is the prefix: `src/customer/messages.ts` holding `list.title` is read as
 * `t('customer.list.title')`.
 */
export function messages<T extends Texts>(texts: { zh: T; en: Like<T> }): { zh: T; en: Like<T> } {
  return texts;
}

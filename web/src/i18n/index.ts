import { createI18n } from 'vue-i18n';
import type { Texts } from './define';

export type Language = 'zh' | 'en';

const files = import.meta.glob<{ zh: Texts; en: Texts }>('../*/messages.ts', {
  eager: true,
  import: 'default',
});

function gather(which: Language): Texts {
  return Object.fromEntries(
    Object.entries(files).map(([path, texts]) => [path.split('/')[1], texts[which]]),
  ) as Texts;
}

export const i18n = createI18n({
  legacy: false,
  locale: 'zh',
  fallbackLocale: 'zh',
  messages: { zh: gather('zh'), en: gather('en') },
});

export function language(): Language {
  return i18n.global.locale.value as Language;
}

export function setLanguage(next: Language): void {
  i18n.global.locale.value = next;
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en';
}

/** The one of two texts that the reader's language asks for. */
export function inLanguage(text: { zh?: string | null; en?: string | null }): string {
  return (language() === 'zh' ? text.zh : text.en) ?? text.zh ?? text.en ?? '';
}

/** Several names in one line, parted as the reader's language does. */
export function inList(names: readonly string[]): string {
  return names.join(language() === 'zh' ? '、' : ', ');
}

/** An addition in the brackets of the reader's language. */
export function inBrackets(text: string): string {
  return language() === 'zh' ? `（${text}）` : ` (${text})`;
}

/** Who did something, where that may be the system itself, which the server names in Chinese. */
export function doer(name: string): string {
  return name === '系统' ? i18n.global.t('kit.system') : name;
}

/** A browser and its machine; the server writes `?` when it knows neither. */
export function deviceName(device: string): string {
  return device === '?' ? i18n.global.t('kit.unknownDevice') : device;
}

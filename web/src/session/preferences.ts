import { defineStore } from 'pinia';
import { ref, watch } from 'vue';
import { setLanguage, type Language } from '@/i18n';

export type Theme = 'light' | 'dark' | 'system';
export type Density = 'compact' | 'comfortable';

interface Kept {
  language: Language;
  theme: Theme;
  density: Density;
  menuFolded: boolean;
}

const place = 'kedang.preferences';

function kept(): Partial<Kept> {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<Kept>;
  } catch {
    return {};
  }
}

/** How this browser shows the pages: language, theme, density, folded menu. */
export const usePreferences = defineStore('preferences', () => {
  const start = kept();
  const language = ref<Language>(start.language ?? 'zh');
  const theme = ref<Theme>(start.theme ?? 'system');
  const density = ref<Density>(start.density ?? 'compact');
  const menuFolded = ref(start.menuFolded ?? false);
  const darkSystem = window.matchMedia('(prefers-color-scheme: dark)');

  function apply(): void {
    const dark = theme.value === 'dark' || (theme.value === 'system' && darkSystem.matches);
    document.documentElement.classList.toggle('dark', dark);
    document.documentElement.classList.toggle('comfortable', density.value === 'comfortable');
    setLanguage(language.value);
  }

  darkSystem.addEventListener('change', apply);
  watch(
    [language, theme, density, menuFolded],
    () => {
      const values: Kept = {
        language: language.value,
        theme: theme.value,
        density: density.value,
        menuFolded: menuFolded.value,
      };
      localStorage.setItem(place, JSON.stringify(values));
      apply();
    },
    { flush: 'sync' },
  );
  apply();

  return { language, theme, density, menuFolded };
});

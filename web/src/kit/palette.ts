/** The page's colours, for what cannot speak CSS variables. */
export interface Palette {
  ink: string;
  quiet: string;
  line: string;
  sheet: string;
  sunken: string;
  jade: string;
  ochre: string;
  vermilion: string;
  face: string;
}

const names: Record<keyof Palette, string> = {
  ink: '--ink',
  quiet: '--ink-3',
  line: '--line',
  sheet: '--sheet',
  sunken: '--sunken',
  jade: '--jade',
  ochre: '--ochre',
  vermilion: '--vermilion',
  face: '--face',
};

export function palette(): Palette {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(Object.entries(names).map(([key, name]) => [key, style.getPropertyValue(name).trim()])) as unknown as Palette;
}

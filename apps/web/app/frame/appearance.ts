/** Light, dark, or what the machine prefers. */
export type Appearance = 'auto' | 'light' | 'dark';

const KEY = 'kull-appearance';
const ORDER: readonly Appearance[] = ['auto', 'light', 'dark'];

const isAppearance = (text: string | null): text is Appearance => ORDER.some((one) => one === text);

export const chosenAppearance = (): Appearance => {
  const kept = localStorage.getItem(KEY);
  return isAppearance(kept) ? kept : 'auto';
};

const show = (appearance: Appearance): void => {
  document.documentElement.dataset.colorScheme = appearance;
};

/** The next of the three; kept in this browser. */
export const nextAppearance = (): Appearance => {
  const next = ORDER[(ORDER.indexOf(chosenAppearance()) + 1) % ORDER.length]!;
  localStorage.setItem(KEY, next);
  show(next);
  return next;
};

export const keepAppearance = (): void => show(chosenAppearance());

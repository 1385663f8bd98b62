import { useEffect } from 'preact/hooks';

const OFF = 'kull-single-keys-off';
const SEQUENCE_MS = 1_000;

/** Single keys can be switched off (WCAG 2.1.4). */
export const singleKeysAreOn = (): boolean => localStorage.getItem(OFF) === null;

export const switchSingleKeys = (on: boolean): void => {
  if (on) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, '1');
};

const isTyping = ({ target }: KeyboardEvent): boolean =>
  (target as HTMLElement).closest('input, textarea, select, [contenteditable], dialog[open]') !== null;

/** What keys do: `j`, `X` (with shift), or two after each other, `g o`. */
export type Keys = Readonly<Record<string, () => void>>;

/** Single keys, while this is shown and nobody types in a field. */
export const useKeys = (keys: Keys): void => {
  useEffect(() => {
    let first: string | undefined;
    let since = 0;
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (!singleKeysAreOn() || isTyping(event)) return;
      const both = first !== undefined && Date.now() - since < SEQUENCE_MS ? `${first} ${event.key}` : undefined;
      first = event.key;
      since = Date.now();
      const act = (both !== undefined && keys[both]) || keys[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
};

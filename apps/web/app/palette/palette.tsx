import './palette.css';
import { useQueryClient } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import { useStaff } from '../frame/staff';
import { inLanguage } from '../kit/texts';
import { directoryQuery } from '../persons/directory';
import { followsClasses } from './acts';
import { PaletteDialog } from './palette-dialog';

const t = inLanguage({ nb: { search: 'Søk…' }, nn: { search: 'Søk…' }, en: { search: 'Search…' } });

const isMac = /mac|iphone|ipad/i.test(globalThis.navigator?.userAgent ?? '');

/** The way to everybody and everything: `⌘K` from anywhere, or the button. */
export const Palette = () => {
  const [isOpen, setOpen] = useState(false);
  const client = useQueryClient();
  const { roles } = useStaff();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.metaKey || event.ctrlKey) || event.altKey || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', onKey);
    // Here before somebody asks: three letters and Enter wait for nothing.
    const timer = followsClasses(roles)
      ? setTimeout(() => void client.prefetchQuery(directoryQuery), 1_000)
      : undefined;
    return () => {
      document.removeEventListener('keydown', onKey);
      clearTimeout(timer);
    };
  }, []);
  return (
    <>
      <button
        type="button"
        class="ds-button palette-open"
        data-variant="secondary"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen(true)}
      >
        {t.search} <kbd>{isMac ? '⌘K' : 'Ctrl K'}</kbd>
      </button>
      {isOpen && <PaletteDialog onClose={() => setOpen(false)} />}
    </>
  );
};

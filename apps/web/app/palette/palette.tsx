import './palette.css';
import { type QueryClient, useQueryClient } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import type { Directory } from '../../../api/src/persons/directory';
import { useStaff } from '../frame/staff';
import { inLanguage } from '../kit/texts';
import { directoryQuery } from '../persons/directory';
import { followsClasses } from './acts';
import { everybodyIn } from './hits';
import { PaletteDialog } from './palette-dialog';

const t = inLanguage({ nb: { search: 'Søk…' }, nn: { search: 'Søk…' }, en: { search: 'Search…' } });

const isMac = /mac|iphone|ipad/i.test(globalThis.navigator?.userAgent ?? '');

const makeReady = async (client: QueryClient): Promise<void> => {
  await client.prefetchQuery(directoryQuery);
  const directory = client.getQueryData<Directory>(directoryQuery.queryKey);
  if (directory) everybodyIn(directory);
};

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
    const timer = followsClasses(roles) ? setTimeout(() => void makeReady(client), 1_000) : undefined;
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

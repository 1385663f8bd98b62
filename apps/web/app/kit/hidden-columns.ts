import { useState } from 'preact/hooks';
import { useUrlState } from './url-state';

const PREFIX = 'kull-columns.';

const keysIn = (text: string | null | undefined): ReadonlySet<string> => new Set(text?.split(',').filter(Boolean));

/**
 * The columns of a list that are left out: those that the address names, otherwise those that were left out on this
 * device the last time.
 */
export const useHiddenColumns = (
  list: string | undefined,
): readonly [ReadonlySet<string>, (keys: ReadonlySet<string>) => void] => {
  const [inAddress, setInAddress] = useUrlState('uten');
  const [kept, setKept] = useState(() => (list === undefined ? null : localStorage.getItem(PREFIX + list)));
  if (list === undefined) return [new Set(), () => undefined];
  const hide = (keys: ReadonlySet<string>): void => {
    const text = [...keys].join(',');
    if (text === '') localStorage.removeItem(PREFIX + list);
    else localStorage.setItem(PREFIX + list, text);
    setKept(text || null);
    setInAddress(text || undefined);
  };
  return [keysIn(inAddress ?? kept), hide];
};

import { inLanguage } from '../../kit/texts';

const t = inLanguage({
  nb: { all: 'I klassen', MISSING: '○ Uten resultat', WAITING: '◐ Venter på attestering', COUNTS: '✓ Attestert' },
  nn: { all: 'I klassen', MISSING: '○ Utan resultat', WAITING: '◐ Ventar på attestering', COUNTS: '✓ Attestert' },
  en: { all: 'In the class', MISSING: '○ Without a result', WAITING: '◐ Waits to be attested', COUNTS: '✓ Attested' },
});

/** The groups of results, as the address names them. */
export const resultFilters = [
  { key: 'all', inAddress: undefined, name: t.all },
  { key: 'MISSING', inAddress: 'uten', name: t.MISSING },
  { key: 'WAITING', inAddress: 'venter', name: t.WAITING },
  { key: 'COUNTS', inAddress: 'attestert', name: t.COUNTS },
] as const;

/** What a result is called in a list. */
export const standingName = (state: 'MISSING' | 'WAITING' | 'COUNTS'): string => t[state];

import { z } from 'zod';
import { Unusable } from '../terminal/failures';

/** A key as the service shows it. */
export const shownKey = z.looseObject({
  use: z.string(),
  kid: z.string(),
  fingerprint: z.string(),
  state: z.string(),
  activatedAt: z.string().optional(),
  revokedAt: z.string().optional(),
  compromisedSince: z.string().optional(),
  signed: z.number().optional(),
});

export type ShownKey = z.infer<typeof shownKey>;

/** What each use is called here, and what it is for. */
export const uses: Readonly<Record<string, string>> = {
  DOCUMENT: 'kursbevis',
  MANIFEST: 'leveranser',
  BADGE: 'merker og statuslister',
  CODE: 'QR-koder',
};

export const states: Readonly<Record<string, string>> = {
  ACTIVE: 'i bruk',
  RETIRED: 'avløst',
  REVOKED: 'trukket tilbake',
};

/** The use that somebody typed. */
export const useIn = (text: string | undefined): string => {
  const use = text?.toUpperCase() ?? '';
  if (use in uses) return use;
  throw new Unusable('Oppgi hva nøkkelen skal signere, med --use.', [
    ...Object.entries(uses).map(([code, what]) => `${code.toLowerCase().padEnd(8)} ${what}`),
  ]);
};

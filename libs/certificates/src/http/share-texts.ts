import type { ShareRejection } from '../domain/share';
import type { PageLanguage } from './verification-texts';

/** The words of the pages behind a link to a certificate. */
export interface ShareTexts {
  readonly title: string;
  readonly lead: string;
  /** What opening means, where opens are counted. */
  readonly counted: (left: number) => string;
  readonly until: (date: string) => string;
  readonly open: string;
  readonly document: string;
  readonly gone: string;
  readonly why: Readonly<Record<ShareRejection['code'], string>>;
}

const nb: ShareTexts = {
  title: 'Et kursbevis er delt med deg',
  lead: 'Innehaveren viser deg beviset, om det gjelder nå, og dokumentet.',
  counted: (left) => `Lenken kan åpnes ${left} ${left === 1 ? 'gang' : 'ganger'} til.`,
  until: (date) => `Lenken virker til og med ${date}.`,
  open: 'Vis kursbeviset',
  document: 'Last ned PDF',
  gone: 'Lenken viser ikke noe',
  why: {
    SHARE_UNKNOWN: 'Det er ingen lenke på denne adressen. Se etter at hele adressen er med, eller be om en ny.',
    SHARE_EXPIRED: 'Tiden for lenken er ute. Be den som delte beviset, om en ny.',
    SHARE_USED_UP: 'Lenken er åpnet så mange ganger som den kan. Be den som delte beviset, om en ny.',
    SHARE_REVOKED: 'Den som delte beviset, har tatt lenken ut av bruk.',
  },
};

const nn: ShareTexts = {
  title: 'Eit kursbevis er delt med deg',
  lead: 'Innehavaren viser deg beviset, om det gjeld no, og dokumentet.',
  counted: (left) => `Lenkja kan opnast ${left} ${left === 1 ? 'gong' : 'gonger'} til.`,
  until: (date) => `Lenkja verkar til og med ${date}.`,
  open: 'Vis kursbeviset',
  document: 'Last ned PDF',
  gone: 'Lenkja viser ikkje noko',
  why: {
    SHARE_UNKNOWN: 'Det er inga lenkje på denne adressa. Sjå etter at heile adressa er med, eller be om ei ny.',
    SHARE_EXPIRED: 'Tida for lenkja er ute. Be den som delte beviset, om ei ny.',
    SHARE_USED_UP: 'Lenkja er opna så mange gonger som ho kan. Be den som delte beviset, om ei ny.',
    SHARE_REVOKED: 'Den som delte beviset, har teke lenkja ut av bruk.',
  },
};

const en: ShareTexts = {
  title: 'A course certificate is shared with you',
  lead: 'The holder shows you the certificate, whether it is valid now, and the document.',
  counted: (left) => `The link can be opened ${left} more ${left === 1 ? 'time' : 'times'}.`,
  until: (date) => `The link works until the end of ${date}.`,
  open: 'Show the certificate',
  document: 'Download the PDF',
  gone: 'The link shows nothing',
  why: {
    SHARE_UNKNOWN: 'There is no link at this address. Check that the whole address is there, or ask for a new one.',
    SHARE_EXPIRED: 'The time of the link is over. Ask whoever shared the certificate for a new one.',
    SHARE_USED_UP: 'The link has been opened as often as it can be. Ask whoever shared the certificate for a new one.',
    SHARE_REVOKED: 'Whoever shared the certificate has taken the link out of use.',
  },
};

export const shareTexts: Readonly<Record<PageLanguage, ShareTexts>> = { nb, nn, en };

import type { InLanguages } from '../../kit/language';

interface CertificatesTexts {
  readonly title: string;
  readonly none: string;
  readonly status: { readonly valid: string; readonly revoked: string };
  readonly issued: (day: string, version: number) => string;
  readonly withdrawn: (day: string) => string;
  readonly states: (points: string, day: string) => string;
  readonly number: string;
  readonly pdf: string;
  readonly badge: string;
  readonly check: string;
  readonly share: string;
  readonly shareLead: string;
  readonly recipient: string;
  readonly recipientHint: string;
  readonly lasts: string;
  readonly days: (days: number) => string;
  readonly makeLink: string;
  readonly links: string;
  readonly link: { readonly open: string; readonly closed: string };
  readonly opens: (count: number) => string;
  readonly until: (day: string) => string;
  readonly for: (recipient: string) => string;
  readonly made: (day: string) => string;
  readonly revoke: string;
  readonly madeTitle: string;
  readonly madeLead: (day: string) => string;
  readonly once: string;
  readonly back: string;
}

/** A student's certificates (ux.md S9). */
export const certificatesTexts: InLanguages<CertificatesTexts> = {
  nb: {
    title: 'Kursbevis',
    none: 'Du har ingen kursbevis ennå. Beviset kommer hit når kurspoengene er tildelt.',
    status: { valid: 'Gyldig', revoked: 'Trukket tilbake' },
    issued: (day, version) => `Utstedt ${day}${version > 1 ? `, versjon ${version}` : ''}.`,
    withdrawn: (day) => `Trukket tilbake ${day}. Beviset kan ikke brukes.`,
    states: (points, day) => `${points} kurspoeng, fullført ${day}.`,
    number: 'Bevisnummer',
    pdf: 'PDF',
    badge: 'Maskinlesbar',
    check: 'Se hva andre ser når de kontrollerer beviset',
    share: 'Del',
    shareLead: 'Lag en lenke som viser beviset. Du ser hvor mange ganger den er åpnet, og kan ta den ut av bruk.',
    recipient: 'Til hvem (valgfritt)',
    recipientHint: 'Bare du ser dette.',
    lasts: 'Lenken virker i',
    days: (days) => `${days} dager`,
    makeLink: 'Lag lenke',
    links: 'Lenker du har laget',
    link: { open: 'Virker', closed: 'Ute av bruk' },
    opens: (count) => (count === 1 ? 'åpnet 1 gang' : `åpnet ${count} ganger`),
    until: (day) => `virker til og med ${day}`,
    for: (recipient) => `til ${recipient}`,
    made: (day) => `Laget ${day}`,
    revoke: 'Ta ut av bruk',
    madeTitle: 'Lenken er klar',
    madeLead: (day) => `Den virker til og med ${day}. Kopier den og send den til den som skal se beviset.`,
    once: 'Lenken vises bare nå. Mister du den, lager du en ny.',
    back: 'Til kursbevisene',
  },
  nn: {
    title: 'Kursbevis',
    none: 'Du har ingen kursbevis enno. Beviset kjem hit når kurspoenga er tildelte.',
    status: { valid: 'Gyldig', revoked: 'Trekt tilbake' },
    issued: (day, version) => `Skrive ut ${day}${version > 1 ? `, versjon ${version}` : ''}.`,
    withdrawn: (day) => `Trekt tilbake ${day}. Beviset kan ikkje brukast.`,
    states: (points, day) => `${points} kurspoeng, fullført ${day}.`,
    number: 'Bevisnummer',
    pdf: 'PDF',
    badge: 'Maskinlesbar',
    check: 'Sjå kva andre ser når dei kontrollerer beviset',
    share: 'Del',
    shareLead: 'Lag ei lenkje som viser beviset. Du ser kor mange gonger ho er opna, og kan ta ho ut av bruk.',
    recipient: 'Til kven (valfritt)',
    recipientHint: 'Berre du ser dette.',
    lasts: 'Lenkja verkar i',
    days: (days) => `${days} dagar`,
    makeLink: 'Lag lenkje',
    links: 'Lenkjer du har laga',
    link: { open: 'Verkar', closed: 'Ute av bruk' },
    opens: (count) => (count === 1 ? 'opna 1 gong' : `opna ${count} gonger`),
    until: (day) => `verkar til og med ${day}`,
    for: (recipient) => `til ${recipient}`,
    made: (day) => `Laga ${day}`,
    revoke: 'Ta ut av bruk',
    madeTitle: 'Lenkja er klar',
    madeLead: (day) => `Ho verkar til og med ${day}. Kopier ho og send ho til den som skal sjå beviset.`,
    once: 'Lenkja blir vist berre no. Mistar du ho, lagar du ei ny.',
    back: 'Til kursbevisa',
  },
  en: {
    title: 'Certificates',
    none: 'You have no certificates yet. A certificate appears here when the course points are awarded.',
    status: { valid: 'Valid', revoked: 'Revoked' },
    issued: (day, version) => `Issued ${day}${version > 1 ? `, version ${version}` : ''}.`,
    withdrawn: (day) => `Revoked ${day}. The certificate cannot be used.`,
    states: (points, day) => `${points} course points, completed ${day}.`,
    number: 'Certificate number',
    pdf: 'PDF',
    badge: 'Machine-readable',
    check: 'See what others see when they check the certificate',
    share: 'Share',
    shareLead: 'Make a link that shows the certificate. You see how often it was opened, and can take it out of use.',
    recipient: 'For whom (optional)',
    recipientHint: 'Only you see this.',
    lasts: 'The link works for',
    days: (days) => `${days} days`,
    makeLink: 'Make link',
    links: 'Links that you have made',
    link: { open: 'Works', closed: 'Out of use' },
    opens: (count) => (count === 1 ? 'opened once' : `opened ${count} times`),
    until: (day) => `works until ${day}`,
    for: (recipient) => `for ${recipient}`,
    made: (day) => `Made ${day}`,
    revoke: 'Take out of use',
    madeTitle: 'The link is ready',
    madeLead: (day) => `It works until ${day}. Copy it and send it to whoever is to see the certificate.`,
    once: 'The link is shown only now. If you lose it, make another.',
    back: 'To the certificates',
  },
};

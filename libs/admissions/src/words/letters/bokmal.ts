import type { LetterWords } from './letter-words';

const noPlace = 'Vedtak: du har ikke fått plass';

export const bokmal: LetterWords = {
  terms: {
    application: 'Søknad',
    intake: 'Opptak',
    date: 'Dato',
    wishes: 'Ønsker',
    class: 'Klasse',
    site: 'Sted',
    starts: 'Starter',
    wish: 'Ditt ønske nummer',
    quota: 'Gitt i',
    replyBy: 'Svarfrist',
    appealed: 'Klagen kom',
  },
  statuses: { met: 'Oppfylt', not_met: 'Ikke oppfylt', waiting: 'Venter' },
  judged: 'Slik er søknaden vurdert',
  at: 'kl.',
  decision: {
    titles: {
      PLACE_HELD: 'Vedtak: du har fått plass',
      WAITING: 'Vedtak: du står på venteliste',
      NO_PLACE: noPlace,
      NOT_QUALIFIED: noPlace,
      NEEDS_MORE: noPlace,
    },
    place: ({ class: code, site, starts }) => `Plassen er i klasse ${code}, ${site}. Klassen starter ${starts}.`,
    lottery: (number, address) =>
      `Loddnummeret ditt er ${number}. Ved lik poengsum går det laveste først. På ${address} kan du regne det ut selv.`,
    basis: [
      'Reglene',
      (intake, ruleSet) =>
        `Vedtaket følger opptaksreglene for ${intake} (regelsett ${ruleSet}). Det er et enkeltvedtak etter forvaltningsloven § 2.`,
    ],
    appeal: 'Du kan klage',
    appealBy: (day) => `Klagefrist tre uker: ${day}.`,
    howToAppeal: (address) =>
      `Skriv hva du vil ha endret, og hvorfor, på ${address}. Du logger inn der, eller bruker lenken i e-posten fra oss.`,
    whatThen:
      'BI vurderer saken på nytt. Står vi ved vedtaket, går klagen til klagenemnda, som avgjør den endelig (forvaltningsloven §§ 28 og 29). Du kan be om å få se dokumentene i saken din (§ 18). Får du en nærmere begrunnelse, løper en ny frist på tre uker fra du fikk den.',
  },
  offer: {
    title: 'Tilbud om plass',
    offered: ({ class: code, site, starts }, programme) =>
      `Du har fått tilbud om plass i klasse ${code}, ${site}, som starter ${starts}. Det gjelder ${programme}.`,
    answer: [
      'Slik svarer du',
      (replyBy, address) =>
        `Svar innen ${replyBy} på ${address}. Du logger inn der, eller bruker lenken i e-posten fra oss.`,
    ],
    better: (wishes) => `Du kan svare, og fortsatt vente på det du heller vil ha: ${wishes}.`,
    silence: 'Svarer du ikke, faller tilbudet bort, og du får ikke flere tilbud.',
    held: (held, offered) =>
      `Du har plass i ${held}. Den mister du bare hvis du takker ja til ${offered}. Svarer du ikke, får du ikke flere tilbud.`,
    appealBy: (day) =>
      `Når opptaket er avsluttet, får du et vedtak. Da kan du klage, også på dette tilbudet. Klagefristen er ${day}, eller senere hvis vedtaket kommer senere.`,
  },
  appealDecision: {
    titles: {
      UPHELD: 'Svar på klagen: du har fått medhold',
      FORWARDED: 'Svar på klagen: den er sendt til klagenemnda',
      DISMISSED: 'Svar på klagen: klagenemnda har avslått den',
    },
    results: {
      UPHELD: 'Du har fått medhold i klagen.',
      FORWARDED: 'BI har vurdert klagen og står ved vedtaket. Klagen er sendt til klagenemnda.',
      DISMISSED: 'Klagenemnda har vurdert klagen og står ved vedtaket.',
    },
    reasons: 'Begrunnelse',
    now: 'Hva skjer nå?',
    next: {
      UPHELD: 'Søknaden din blir vurdert på nytt. Fører det til plass, får du et nytt vedtak.',
      FORWARDED: 'Klagenemnda avgjør klagen endelig. Du får beskjed når den har gjort det, og trenger ikke gjøre noe.',
      DISMISSED: 'Avgjørelsen er endelig, og kan ikke klages på. Du kan søke igjen ved neste opptak.',
    },
  },
  placeOnAppeal: {
    title: 'Vedtak: du har fått plass etter klage',
    result: 'Du fikk medhold i klagen, og har fått plass.',
    next: 'Plassen er din, og du trenger ikke svare. Du får beskjed om første samling. Vil du ikke ha plassen, sier du fra til oss.',
  },
};

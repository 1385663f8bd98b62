import type { LetterWords } from './letter-words';

const noPlace = 'Vedtak: du har ikkje fått plass';

export const nynorsk: LetterWords = {
  terms: {
    application: 'Søknad',
    intake: 'Opptak',
    date: 'Dato',
    wishes: 'Ønske',
    class: 'Klasse',
    site: 'Stad',
    starts: 'Startar',
    wish: 'Ditt ønske nummer',
    quota: 'Gitt i',
    replyBy: 'Svarfrist',
    appealed: 'Klaga kom',
  },
  statuses: { met: 'Oppfylt', not_met: 'Ikkje oppfylt', waiting: 'Ventar' },
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
    place: ({ class: code, site, starts }) => `Plassen er i klasse ${code}, ${site}. Klassen startar ${starts}.`,
    lottery: (number, address) =>
      `Loddnummeret ditt er ${number}. Ved lik poengsum går det lågaste først. På ${address} kan du rekne det ut sjølv.`,
    basis: [
      'Reglane',
      (intake, ruleSet) =>
        `Vedtaket følgjer opptaksreglane for ${intake} (regelsett ${ruleSet}). Det er eit enkeltvedtak etter forvaltningslova § 2.`,
    ],
    appeal: 'Du kan klage',
    appealBy: (day) => `Klagefrist tre veker: ${day}.`,
    howToAppeal: (address) =>
      `Skriv kva du vil ha endra, og kvifor, på ${address}. Du loggar inn der, eller bruker lenkja i e-posten frå oss.`,
    whatThen:
      'BI vurderer saka på nytt. Står vi ved vedtaket, går klaga til klagenemnda, som avgjer henne endeleg (forvaltningslova §§ 28 og 29). Du kan be om å få sjå dokumenta i saka di (§ 18). Får du ei nærare grunngiving, går ein ny frist på tre veker frå du fekk ho.',
  },
  offer: {
    title: 'Tilbod om plass',
    offered: ({ class: code, site, starts }, programme) =>
      `Du har fått tilbod om plass i klasse ${code}, ${site}, som startar ${starts}. Det gjeld ${programme}.`,
    answer: [
      'Slik svarer du',
      (replyBy, address) =>
        `Svar innan ${replyBy} på ${address}. Du loggar inn der, eller bruker lenkja i e-posten frå oss.`,
    ],
    better: (wishes) => `Du kan svare, og framleis vente på det du heller vil ha: ${wishes}.`,
    silence: 'Svarer du ikkje, fell tilbodet bort, og du får ikkje fleire tilbod.',
    held: (held, offered) =>
      `Du har plass i ${held}. Den mistar du berre om du takkar ja til ${offered}. Svarer du ikkje, får du ikkje fleire tilbod.`,
    appealBy: (day) =>
      `Når opptaket er avslutta, får du eit vedtak. Då kan du klage, òg på dette tilbodet. Klagefristen er ${day}, eller seinare om vedtaket kjem seinare.`,
  },
  appealDecision: {
    titles: {
      UPHELD: 'Svar på klaga: du har fått medhald',
      FORWARDED: 'Svar på klaga: ho er send til klagenemnda',
      DISMISSED: 'Svar på klaga: klagenemnda har avslått henne',
    },
    results: {
      UPHELD: 'Du har fått medhald i klaga.',
      FORWARDED: 'BI har vurdert klaga og står ved vedtaket. Klaga er send til klagenemnda.',
      DISMISSED: 'Klagenemnda har vurdert klaga og står ved vedtaket.',
    },
    reasons: 'Grunngiving',
    now: 'Kva skjer no?',
    next: {
      UPHELD: 'Søknaden din blir vurdert på nytt. Fører det til plass, får du eit nytt vedtak.',
      FORWARDED: 'Klagenemnda avgjer klaga endeleg. Du får melding når ho har gjort det, og treng ikkje gjere noko.',
      DISMISSED: 'Avgjerda er endeleg, og kan ikkje klagast på. Du kan søkje igjen ved neste opptak.',
    },
  },
  placeOnAppeal: {
    title: 'Vedtak: du har fått plass etter klage',
    result: 'Du fekk medhald i klaga, og har fått plass.',
    next: 'Plassen er din, og du treng ikkje svare. Du får melding om første samling. Vil du ikkje ha plassen, seier du frå til oss.',
  },
};

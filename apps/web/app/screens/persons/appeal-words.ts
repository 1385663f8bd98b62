import { inLanguage } from '../../kit/texts';

/** What the office reads about an appeal. */
export const appealWords = inLanguage({
  nb: {
    title: 'Klage',
    by: (day: string) => `Ingen klage. Klagefristen er ${day}.`,
    filed: (day: string) => `Klaget ${day}.`,
    wants: 'Vil ha endret',
    why: 'Hvorfor',
    outcomes: {
      UPHELD: (day: string) => `Medhold ${day}.`,
      FORWARDED: (day: string) => `Sendt til klagenemnda ${day}.`,
      DISMISSED: (day: string) => `Avslått av klagenemnda ${day}.`,
    },
    given: (code: string, day: string) => `Fikk plass i ${code} ${day}.`,
    decide: 'Avgjør klagen',
    decideLead:
      'Søkeren får brev og e-post med resultatet og begrunnelsen. Den som har vurdert søknaden eller fattet vedtaket, kan ikke avgjøre klagen.',
    result: 'Resultat',
    choices: {
      UPHELD: 'Medhold',
      FORWARDED: 'Vi står ved vedtaket: send klagen til nemnda',
      DISMISSED: 'Nemnda har avslått klagen',
    },
    reasons: 'Begrunnelse (står i brevet)',
    give: 'Gi plass',
    giveLead:
      'Plassen gis utenom rundene, innenfor plassene i kvoten og grensen for kommunen. Søkeren får brev og e-post, og blir student i klassen.',
    class: 'Klasse',
    quota: 'Kvote',
  },
  nn: {
    title: 'Klage',
    by: (day: string) => `Inga klage. Klagefristen er ${day}.`,
    filed: (day: string) => `Klaga ${day}.`,
    wants: 'Vil ha endra',
    why: 'Kvifor',
    outcomes: {
      UPHELD: (day: string) => `Medhald ${day}.`,
      FORWARDED: (day: string) => `Send til klagenemnda ${day}.`,
      DISMISSED: (day: string) => `Avslått av klagenemnda ${day}.`,
    },
    given: (code: string, day: string) => `Fekk plass i ${code} ${day}.`,
    decide: 'Avgjer klaga',
    decideLead:
      'Søkjaren får brev og e-post med resultatet og grunngivinga. Den som har vurdert søknaden eller gjort vedtaket, kan ikkje avgjere klaga.',
    result: 'Resultat',
    choices: {
      UPHELD: 'Medhald',
      FORWARDED: 'Vi står ved vedtaket: send klaga til nemnda',
      DISMISSED: 'Nemnda har avslått klaga',
    },
    reasons: 'Grunngiving (står i brevet)',
    give: 'Gi plass',
    giveLead:
      'Plassen blir gitt utanom rundane, innanfor plassane i kvoten og grensa for kommunen. Søkjaren får brev og e-post, og blir student i klassen.',
    class: 'Klasse',
    quota: 'Kvote',
  },
  en: {
    title: 'Appeal',
    by: (day: string) => `No appeal. It can be filed until ${day}.`,
    filed: (day: string) => `Appealed ${day}.`,
    wants: 'Wants changed',
    why: 'Why',
    outcomes: {
      UPHELD: (day: string) => `Upheld ${day}.`,
      FORWARDED: (day: string) => `Sent to the appeals board ${day}.`,
      DISMISSED: (day: string) => `Dismissed by the appeals board ${day}.`,
    },
    given: (code: string, day: string) => `Was given a place in ${code} ${day}.`,
    decide: 'Decide the appeal',
    decideLead:
      'The applicant gets a letter and an e-mail with the result and the reasons. Whoever scored or decided the application cannot decide the appeal.',
    result: 'Result',
    choices: {
      UPHELD: 'Upheld',
      FORWARDED: 'We stand by the decision: send the appeal to the board',
      DISMISSED: 'The board has dismissed the appeal',
    },
    reasons: 'Reasons (they stand in the letter)',
    give: 'Give a place',
    giveLead:
      'The place is given outside of the rounds, within the places of the quota and the limit of the municipality. The applicant gets a letter and an e-mail, and becomes a student of the class.',
    class: 'Class',
    quota: 'Quota',
  },
});

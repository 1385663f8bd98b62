import type { DecisionWords } from './decision-words';

const answers: Readonly<Record<string, string>> = { Y: 'ja', N: 'nei' };

export const nynorsk: DecisionWords = {
  outcomes: {
    RECEIVED: 'Søknaden er motteken',
    SUPERSEDED: 'Ein seinare søknad frå deg tel i staden',
    NOT_QUALIFIED: 'Du har ikkje fått plass, fordi søknaden ikkje oppfyller alle krava',
    NEEDS_MORE: 'Du har ikkje fått plass, fordi noko vanta i søknaden',
    QUALIFIED: 'Du er kvalifisert',
    OFFER_OPEN: 'Du har eit tilbod som du ikkje har svart på',
    PLACE_HELD: 'Du har fått plass',
    WAITING: 'Du har ikkje fått plass, men står på venteliste',
    NO_PLACE: 'Du er kvalifisert, men har ikkje plass og står ikkje på venteliste',
  },
  quotas: { EARMARKED_PHYSICIAN: 'kvoten for legar', GENERAL: 'den allmenne kvoten' },
  lines: {
    LEADER_WITH_PERSONNEL_AND_BUDGET: () => 'Du er leiar med personal- og budsjettansvar',
    NOT_LEADER_WITH_PERSONNEL_AND_BUDGET: ({ value }) =>
      `Du må vere leiar med både personal- og budsjettansvar. Søknaden seier: leiar ${answers[value('LEADER_ROLE')]}, personalansvar ${answers[value('PERSONNEL_RESPONSIBILITY')]}, budsjettansvar ${answers[value('BUDGET_RESPONSIBILITY')]}`,
    TARGET_GROUP: () => 'Tenesta du leier, er i målgruppa',
    OUTSIDE_TARGET_GROUP: () => 'Tenesta du leier, er ikkje i målgruppa for opptaket',
    EDUCATION: () => 'Du har utdanninga som blir kravd',
    INSUFFICIENT_EDUCATION: ({ value }) =>
      `Du har ikkje fullført høgare utdanning, og ${value('ECTS_CREDITS')} studiepoeng er for lite til at realkompetanse kan vurderast`,
    PRIOR_LEARNING_ASSESSMENT_NEEDED: ({ value }) =>
      `Du har ${value('ECTS_CREDITS')} av ${value('MIN_ECTS_CREDITS')} studiepoeng, og realkompetansen din var ikkje vurdert`,
    EXPERIENCE: ({ value }) =>
      `Du har ${value('YEARS_EXPERIENCE')} års erfaring. Kravet er ${value('MIN_YEARS_EXPERIENCE')} år`,
    INSUFFICIENT_EXPERIENCE: ({ value }) =>
      `Du har ${value('YEARS_EXPERIENCE')} års erfaring. Kravet er ${value('MIN_YEARS_EXPERIENCE')} år`,
    AGE: ({ value }) => `Du er minst ${value('MIN_AGE')} år`,
    UNDER_AGE: ({ value }) => `Du var ikkje fylt ${value('MIN_AGE')} år då søknadsfristen gjekk ut`,
    EMPLOYER_CONFIRMATION: () => 'Arbeidsgivaren din har stadfesta søknaden',
    MISSING_EMPLOYER_CONFIRMATION: () => 'Arbeidsgivaren din hadde ikkje stadfesta søknaden då fristen gjekk ut',
    VERIFIED_PHYSICIAN: ({ value }) =>
      `Du er stadfesta som lege, og konkurrerte òg i kvoten for legar med prioritet ${value('TIER')}`,
    HPR_UNVERIFIED: () =>
      'Du vart ikkje stadfesta som lege i Helsepersonellregisteret, og konkurrerte berre i den allmenne kvoten',
    SUPERSEDED: ({ value }) => `Du søkte igjen. Søknad ${value('LATER_APPLICATION')} tel`,
    RANKED: ({ value, has, scores }) =>
      [
        `Du fekk ${value('SCORE')} poeng: vurderingane ${scores.join(' og ')} gir ${value(has('MEDIAN') ? 'MEDIAN' : 'MEAN')}`,
        has('RECOMMENDATION') ? `, tilråding ${value('RECOMMENDATION')}` : '',
        has('SAME_MUNICIPALITY_DIFFERENT_SERVICE')
          ? `, fleire tenester frå kommunen ${value('SAME_MUNICIPALITY_DIFFERENT_SERVICE')}`
          : '',
      ].join(''),
    OFFER_OPEN: ({ value }) => `Runde ${value('ROUND')}: tilbod om ${value('CLASS')} som ikkje er svart på`,
    OFFER_ACCEPTED: ({ value }) => `Runde ${value('ROUND')}: tilbod om ${value('CLASS')}, du takka ja`,
    OFFER_DECLINED: ({ value }) => `Runde ${value('ROUND')}: tilbod om ${value('CLASS')}, du takka nei`,
    OFFER_LAPSED: ({ value }) =>
      `Runde ${value('ROUND')}: tilbod om ${value('CLASS')} fall bort, fordi svar ikkje kom i tide`,
    WAITING_LIST: ({ value, quota }) =>
      `Du er nr. ${value('WAITING_LIST_POSITION')} på ventelista for ${value('CLASS')} i ${quota('QUOTA')}`,
    PLACE: ({ isMet, value, has, quota }) => {
      if (isMet) return `Du har plass i ${value('CLASS')}`;
      const score = has('SCORE_NEEDED')
        ? `${value('SCORE_NEEDED')} poeng i ${quota('SCORE_NEEDED_IN_QUOTA')} hadde gitt tilbod om ${value('SCORE_NEEDED_IN_CLASS')} i runde ${value('SCORE_NEEDED_IN_ROUND')}`
        : undefined;
      const place = has('ONE_MORE_PLACE_IN_CLASS')
        ? `éin plass til i ${value('ONE_MORE_PLACE_IN_CLASS')} hadde gitt deg den`
        : undefined;
      const change = [score, place].filter(Boolean).join(', eller ');
      return change
        ? `Det minste som skulle til: ${change}`
        : 'Korkje fleire poeng eller éin plass til hadde gitt tilbod';
    },
  },
};

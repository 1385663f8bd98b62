import type { DecisionWords } from './decision-words';

const answers: Readonly<Record<string, string>> = { Y: 'ja', N: 'nei' };

export const bokmal: DecisionWords = {
  outcomes: {
    RECEIVED: 'Søknaden er mottatt',
    SUPERSEDED: 'En senere søknad fra deg teller i stedet',
    NOT_QUALIFIED: 'Du har ikke fått plass, fordi søknaden ikke oppfyller alle kravene',
    NEEDS_MORE: 'Du har ikke fått plass, fordi noe manglet i søknaden',
    QUALIFIED: 'Du er kvalifisert',
    OFFER_OPEN: 'Du har et tilbud som du ikke har svart på',
    PLACE_HELD: 'Du har fått plass',
    WAITING: 'Du har ikke fått plass, men står på venteliste',
    NO_PLACE: 'Du er kvalifisert, men har ikke plass og står ikke på venteliste',
  },
  quotas: { EARMARKED_PHYSICIAN: 'kvoten for leger', GENERAL: 'den allmenne kvoten' },
  lines: {
    LEADER_WITH_PERSONNEL_AND_BUDGET: () => 'Du er leder med personal- og budsjettansvar',
    NOT_LEADER_WITH_PERSONNEL_AND_BUDGET: ({ value }) =>
      `Du må være leder med både personal- og budsjettansvar. Søknaden sier: leder ${answers[value('LEADER_ROLE')]}, personalansvar ${answers[value('PERSONNEL_RESPONSIBILITY')]}, budsjettansvar ${answers[value('BUDGET_RESPONSIBILITY')]}`,
    TARGET_GROUP: () => 'Tjenesten du leder, er i målgruppen',
    OUTSIDE_TARGET_GROUP: () => 'Tjenesten du leder, er ikke i målgruppen for opptaket',
    EDUCATION: () => 'Du har utdanningen som kreves',
    INSUFFICIENT_EDUCATION: ({ value }) =>
      `Du har ikke fullført høyere utdanning, og ${value('ECTS_CREDITS')} studiepoeng er for lite til at realkompetanse kan vurderes`,
    PRIOR_LEARNING_ASSESSMENT_NEEDED: ({ value }) =>
      `Du har ${value('ECTS_CREDITS')} av ${value('MIN_ECTS_CREDITS')} studiepoeng, og realkompetansen din var ikke vurdert`,
    EXPERIENCE: ({ value }) =>
      `Du har ${value('YEARS_EXPERIENCE')} års erfaring. Kravet er ${value('MIN_YEARS_EXPERIENCE')} år`,
    INSUFFICIENT_EXPERIENCE: ({ value }) =>
      `Du har ${value('YEARS_EXPERIENCE')} års erfaring. Kravet er ${value('MIN_YEARS_EXPERIENCE')} år`,
    AGE: ({ value }) => `Du er minst ${value('MIN_AGE')} år`,
    UNDER_AGE: ({ value }) => `Du var ikke fylt ${value('MIN_AGE')} år da søknadsfristen gikk ut`,
    EMPLOYER_CONFIRMATION: () => 'Arbeidsgiveren din har bekreftet søknaden',
    MISSING_EMPLOYER_CONFIRMATION: () => 'Arbeidsgiveren din hadde ikke bekreftet søknaden da fristen gikk ut',
    VERIFIED_PHYSICIAN: ({ value }) =>
      `Du er bekreftet som lege, og konkurrerte også i kvoten for leger med prioritet ${value('TIER')}`,
    HPR_UNVERIFIED: () =>
      'Du ble ikke bekreftet som lege i Helsepersonellregisteret, og konkurrerte bare i den allmenne kvoten',
    SUPERSEDED: ({ value }) => `Du søkte igjen. Søknad ${value('LATER_APPLICATION')} teller`,
    RANKED: ({ value, has, scores }) =>
      [
        `Du fikk ${value('SCORE')} poeng: vurderingene ${scores.join(' og ')} gir ${value(has('MEDIAN') ? 'MEDIAN' : 'MEAN')}`,
        has('RECOMMENDATION') ? `, anbefaling ${value('RECOMMENDATION')}` : '',
        has('SAME_MUNICIPALITY_DIFFERENT_SERVICE')
          ? `, flere tjenester fra kommunen ${value('SAME_MUNICIPALITY_DIFFERENT_SERVICE')}`
          : '',
      ].join(''),
    OFFER_OPEN: ({ value }) => `Runde ${value('ROUND')}: tilbud om ${value('CLASS')} som ikke er besvart`,
    OFFER_ACCEPTED: ({ value }) => `Runde ${value('ROUND')}: tilbud om ${value('CLASS')}, du takket ja`,
    OFFER_DECLINED: ({ value }) => `Runde ${value('ROUND')}: tilbud om ${value('CLASS')}, du takket nei`,
    OFFER_LAPSED: ({ value }) =>
      `Runde ${value('ROUND')}: tilbud om ${value('CLASS')} falt bort, fordi svar ikke kom i tide`,
    WAITING_LIST: ({ value, quota }) =>
      `Du er nr. ${value('WAITING_LIST_POSITION')} på ventelisten for ${value('CLASS')} i ${quota('QUOTA')}`,
    PLACE: ({ isMet, value, has, quota }) => {
      if (isMet) return `Du har plass i ${value('CLASS')}`;
      const score = has('SCORE_NEEDED')
        ? `${value('SCORE_NEEDED')} poeng i ${quota('SCORE_NEEDED_IN_QUOTA')} hadde gitt tilbud om ${value('SCORE_NEEDED_IN_CLASS')} i runde ${value('SCORE_NEEDED_IN_ROUND')}`
        : undefined;
      const place = has('ONE_MORE_PLACE_IN_CLASS')
        ? `én plass til i ${value('ONE_MORE_PLACE_IN_CLASS')} hadde gitt deg den`
        : undefined;
      const change = [score, place].filter(Boolean).join(', eller ');
      return change
        ? `Det minste som skulle til: ${change}`
        : 'Verken flere poeng eller én plass til hadde gitt tilbud';
    },
  },
};

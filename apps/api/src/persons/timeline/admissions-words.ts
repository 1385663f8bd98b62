import type { ApplicationEvent } from '@kull/admissions';
import { localDateInOslo, writtenDay } from '@kull/kernel';
import { nothingToTell, type Texts, type WordsOf } from './words';

type Quota = Extract<ApplicationEvent, { type: 'OfferMade' }>['data']['quota'];

const quotas: Readonly<Record<Quota, Texts>> = {
  EARMARKED_PHYSICIAN: { nb: 'plass for leger', nn: 'plass for legar', en: 'place for physicians' },
  GENERAL: { nb: 'generell plass', nn: 'generell plass', en: 'general place' },
};

const waits = (keepWaiting: boolean): Texts =>
  keepWaiting
    ? {
        nb: ', og venter videre på et bedre ønske',
        nn: ', og ventar vidare på eit betre ønske',
        en: ', and goes on waiting for a better wish',
      }
    : { nb: '', nn: '', en: '' };

/** What happened to an application. */
export const admissionsWords: WordsOf<ApplicationEvent> = {
  ApplicationSubmitted: ({ applicationNo, submission }) =>
    submission > 1
      ? {
          nb: `Søknad ${applicationNo} endret`,
          nn: `Søknad ${applicationNo} endra`,
          en: `Application ${applicationNo} changed`,
        }
      : {
          nb: `Søknad ${applicationNo} sendt`,
          nn: `Søknad ${applicationNo} send`,
          en: `Application ${applicationNo} sent`,
        },
  ApplicationScored: ({ assessor, score }) => ({
    nb: `${assessor} ga ${score} poeng`,
    nn: `${assessor} gav ${score} poeng`,
    en: `${assessor} gave ${score} points`,
  }),
  AssessorDisqualified: ({ assessor }) => ({
    nb: `${assessor} er inhabil og vurderer ikke søknaden`,
    nn: `${assessor} er inhabil og vurderer ikkje søknaden`,
    en: `${assessor} is disqualified and does not assess the application`,
  }),
  DisqualificationLifted: ({ assessor }) => ({
    nb: `${assessor} er likevel ikke inhabil`,
    nn: `${assessor} er likevel ikkje inhabil`,
    en: `${assessor} is not disqualified after all`,
  }),
  ApplicationSuperseded: ({ by }) => ({
    nb: `Erstattet av søknad ${by}`,
    nn: `Erstatta av søknad ${by}`,
    en: `Replaced by application ${by}`,
  }),
  ApplicantNotQualified: () => ({
    nb: 'Vurdert: ikke kvalifisert',
    nn: 'Vurdert: ikkje kvalifisert',
    en: 'Assessed: not qualified',
  }),
  ApplicantNeedsMore: () => ({
    nb: 'Vurdert: noe mangler i søknaden',
    nn: 'Vurdert: noko manglar i søknaden',
    en: 'Assessed: something is missing in the application',
  }),
  ApplicantQualified: ({ hpr }) =>
    hpr === 'VERIFIED'
      ? {
          nb: 'Vurdert: kvalifisert, bekreftet som lege i HPR',
          nn: 'Vurdert: kvalifisert, stadfesta som lege i HPR',
          en: 'Assessed: qualified, verified as a physician in HPR',
        }
      : { nb: 'Vurdert: kvalifisert', nn: 'Vurdert: kvalifisert', en: 'Assessed: qualified' },
  ApplicationRanked: ({ score }) => {
    const total = String(score.total / 2);
    return {
      nb: `Rangert med ${total.replace('.', ',')} poeng`,
      nn: `Rangert med ${total.replace('.', ',')} poeng`,
      en: `Ranked with ${total} points`,
    };
  },
  OfferMade: ({ class: code, quota, round, replyBy }) => {
    const day = localDateInOslo(replyBy);
    return {
      nb: `Tilbud om ${quotas[quota].nb} i ${code}, runde ${round}; svarfrist ${writtenDay('nb', day)}`,
      nn: `Tilbod om ${quotas[quota].nn} i ${code}, runde ${round}; svarfrist ${writtenDay('nn', day)}`,
      en: `Offered a ${quotas[quota].en} in ${code}, round ${round}; reply by ${writtenDay('en', day)}`,
    };
  },
  OfferAccepted: ({ class: code, keepWaiting }) => {
    const more = waits(keepWaiting);
    return {
      nb: `Takket ja til ${code}${more.nb}`,
      nn: `Takka ja til ${code}${more.nn}`,
      en: `Accepted ${code}${more.en}`,
    };
  },
  OfferDeclined: ({ class: code, keepWaiting }) => {
    const more = waits(keepWaiting);
    return {
      nb: `Takket nei til ${code}${more.nb}`,
      nn: `Takka nei til ${code}${more.nn}`,
      en: `Declined ${code}${more.en}`,
    };
  },
  OfferLapsed: ({ class: code }) => ({
    nb: `Svarte ikke i tide; tilbudet om ${code} falt bort`,
    nn: `Svarte ikkje i tide; tilbodet om ${code} fall bort`,
    en: `Did not answer in time; the offer of ${code} lapsed`,
  }),
  HeldPlaceGivenUp: ({ class: code }) => ({
    nb: `Ga fra seg plassen i ${code}`,
    nn: `Gav frå seg plassen i ${code}`,
    en: `Gave up the place in ${code}`,
  }),
  LateAnswerRefused: () => ({
    nb: 'Svarte etter fristen; svaret gjelder ikke',
    nn: 'Svarte etter fristen; svaret gjeld ikkje',
    en: 'Answered after the deadline; the answer does not count',
  }),
  PlacedOnWaitingList: ({ positions }) => {
    const places = (no: string): string =>
      positions.map(({ class: code, position }) => `${no} ${position} (${code})`).join(', ');
    if (positions.length === 0) return nothingToTell();
    return {
      nb: `Satt på venteliste: ${places('nr.')}`,
      nn: `Sett på venteliste: ${places('nr.')}`,
      en: `Placed on the waiting list: ${places('no.')}`,
    };
  },
  PlaceGivenOnAppeal: ({ class: code }) => ({
    nb: `Fikk plass i ${code} etter medhold i klagen`,
    nn: `Fekk plass i ${code} etter medhald i klaga`,
    en: `Given a place in ${code} after an upheld appeal`,
  }),
  ApplicationDecided: ({ place, appealBy }) => ({
    nb: `Vedtak: ${place ? `plass i ${place.class}` : 'ingen plass'}; klagefrist ${writtenDay('nb', appealBy)}`,
    nn: `Vedtak: ${place ? `plass i ${place.class}` : 'ingen plass'}; klagefrist ${writtenDay('nn', appealBy)}`,
    en: `Decided: ${place ? `a place in ${place.class}` : 'no place'}; appeal by ${writtenDay('en', appealBy)}`,
  }),
};

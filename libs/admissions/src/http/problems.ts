import { Problem, type ProblemsFor, problemOf, said } from '@kull/http';
import { writtenTime } from '@kull/kernel';
import type { AnswerOfferRejection } from '../commands/answer-offer';
import type { AskEmployerRejection } from '../commands/ask-employer';
import type { CloseRoundRejection } from '../commands/close-round';
import type { CompleteIntakeRejection } from '../commands/complete-intake';
import type { FileAppealRejection } from '../commands/file-appeal';
import type { GivePlaceOnAppealRejection } from '../commands/give-place-on-appeal';
import type { ChangeImpartialityRejection } from '../commands/impartiality-orders';
import type { MakeOffersRejection } from '../commands/make-round-offers';
import type { Result } from '../commands/result';
import type { RankingRejection } from '../commands/run-ranking';
import type { SaveDraftRejection } from '../commands/save-draft';
import type { SendApplicationRejection } from '../commands/send-application';
import type { TakeInAssessmentsRejection } from '../commands/take-in-assessments';
import { appealProblems } from './appeal-problems';
import { formProblems } from './form-problems';
import { roundProblems } from './round-problems';

/** Everything that admissions can refuse. */
export type AdmissionsRejection =
  | RankingRejection
  | MakeOffersRejection
  | CloseRoundRejection
  | CompleteIntakeRejection
  | AnswerOfferRejection
  | TakeInAssessmentsRejection
  | ChangeImpartialityRejection
  | SaveDraftRejection
  | SendApplicationRejection
  | AskEmployerRejection
  | FileAppealRejection
  | GivePlaceOnAppealRejection;

/** How each refusal is said over HTTP. */
export const problems = {
  ...formProblems,
  ...appealProblems,
  ...roundProblems,
  INTAKE_UNKNOWN: {
    status: 404,
    title: said('Opptaket finnes ikke', 'Opptaket finst ikkje', 'The intake is not there'),
  },
  INTAKE_DIFFERS: {
    status: 409,
    title: said(
      'Opptaket finnes med annet innhold',
      'Opptaket finst med anna innhald',
      'The intake is there with other content',
    ),
    detail: said(
      'Et opptak åpnes én gang med sine regler. Et opptak med andre regler må ha en annen kode.',
      'Eit opptak blir opna éin gong med sine reglar. Eit opptak med andre reglar må ha ein annan kode.',
      'An intake is opened once with its rules. An intake with other rules must have another code.',
    ),
  },
  INTAKE_DECIDED: {
    status: 409,
    title: said(
      'Det er gitt tilbud i opptaket',
      'Det er gitt tilbod i opptaket',
      'Offers have been made in the intake',
    ),
    detail: said(
      'Grunnlaget for tilbudene endres ikke lenger. Ingenting av filen er tatt inn.',
      'Grunnlaget for tilboda blir ikkje endra lenger. Ingenting av fila er teke inn.',
      'What the offers are based on is no longer changed. Nothing of the file has been taken in.',
    ),
  },
  NOT_RANKED: {
    status: 409,
    title: said('Opptaket er ikke rangert', 'Opptaket er ikkje rangert', 'The intake has not been ranked'),
    detail: said(
      'Kjør rangeringen først, på nytt når noe er kommet inn siden forrige gang.',
      'Køyr rangeringa først, på nytt når noko er kome inn sidan førre gong.',
      'Run the ranking first, and again when something has come in since the last time.',
    ),
  },
  CHANGED_MEANWHILE: {
    status: 409,
    title: said(
      'Noe annet kom inn i opptaket imens',
      'Noko anna kom inn i opptaket imens',
      'Something else came into the intake meanwhile',
    ),
    detail: said(
      'Ingenting er endret. Prøv igjen.',
      'Ingenting er endra. Prøv igjen.',
      'Nothing has been changed. Try again.',
    ),
  },
  TOO_FEW_ASSESSMENTS: {
    status: 409,
    title: said('Søknader mangler vurderinger', 'Søknader manglar vurderingar', 'Applications lack assessments'),
    detail: ({ applications }) =>
      said(
        `Ingen er rangert før disse ${applications.length} søknadene er vurdert.`,
        `Ingen er rangerte før desse ${applications.length} søknadene er vurderte.`,
        `Nobody is ranked before these ${applications.length} applications have been assessed.`,
      ),
    errors: ({ applications }) =>
      applications.map(({ applicationNo, has, needs }) => ({
        pointer: `/applications/${applicationNo}`,
        code: 'TOO_FEW_ASSESSMENTS',
        detail: said(
          `Søknad ${applicationNo} har ${has} av ${needs} vurderinger`,
          `Søknad ${applicationNo} har ${has} av ${needs} vurderingar`,
          `Application ${applicationNo} has ${has} of ${needs} assessments`,
        ),
      })),
  },
  HPR_REGISTER_NOT_ANSWERING: {
    status: 409,
    title: said('HPR svarer ikke', 'HPR svarar ikkje', 'HPR does not answer'),
    detail: ({ numbers }) =>
      said(
        `Uten svar om ${numbers} HPR-nummer er ingen rangert. Prøv igjen senere, eller les inn et register.`,
        `Utan svar om ${numbers} HPR-nummer er ingen rangerte. Prøv igjen seinare, eller les inn eit register.`,
        `Without an answer about ${numbers} HPR numbers nobody is ranked. Try again later, or read in a register.`,
      ),
  },
  APPLICATION_UNKNOWN: {
    status: 404,
    title: said('Søknaden finnes ikke', 'Søknaden finst ikkje', 'The application is not there'),
  },
  ASSESSOR_DISQUALIFIED: {
    status: 403,
    title: said('Vurdereren er inhabil', 'Vurderaren er inhabil', 'The assessor is disqualified'),
    detail: ({ applicationNo, assessor }) =>
      said(
        `${assessor} er meldt inhabil for søknad ${applicationNo} og vurderer den ikke. Ingenting er lagret.`,
        `${assessor} er meldt inhabil for søknad ${applicationNo} og vurderer han ikkje. Ingenting er lagra.`,
        `${assessor} is disqualified for application ${applicationNo} and does not assess it. Nothing has been stored.`,
      ),
  },
  NOT_DISQUALIFIED: {
    status: 409,
    title: said(
      'Vurdereren er ikke meldt inhabil',
      'Vurderaren er ikkje meldt inhabil',
      'The assessor has not been disqualified',
    ),
  },
  OWN_IMPARTIALITY: {
    status: 403,
    title: said(
      'Du kan ikke avgjøre din egen habilitet',
      'Du kan ikkje avgjere din eigen habilitet',
      'You cannot decide on your own impartiality',
    ),
    detail: said(
      'En annen i administrasjonen må trekke meldingen tilbake.',
      'Ein annan i administrasjonen må trekkje meldinga tilbake.',
      'Somebody else in the administration has to withdraw the report.',
    ),
  },
  APPLICATION_CHANGED: {
    status: 409,
    title: said('Søknaden er endret imens', 'Søknaden er endra imens', 'The application has been changed meanwhile'),
  },
  OFFERS_MADE: {
    status: 409,
    title: said(
      'Søknaden har fått tilbud og endres ikke lenger',
      'Søknaden har fått tilbod og blir ikkje endra lenger',
      'The application has an offer and is no longer changed',
    ),
  },
  OTHER_OFFER_OPEN: {
    status: 409,
    title: said(
      'Søkeren har et annet tilbud som ikke er besvart',
      'Søkjaren har eit anna tilbod som ikkje er svart på',
      'The applicant has another offer that is not answered',
    ),
  },
  WISH_NOT_OPEN: {
    status: 409,
    title: said(
      'Søkeren venter ikke på denne klassen',
      'Søkjaren ventar ikkje på denne klassen',
      'The applicant is not waiting for this class',
    ),
  },
  NOT_A_VERIFIED_PHYSICIAN: {
    status: 409,
    title: said(
      'Øremerkede plasser er for bekreftede leger',
      'Øyremerkte plassar er for stadfesta legar',
      'Earmarked places are for verified physicians',
    ),
  },
  OFFER_UNKNOWN: { status: 404, title: said('Tilbudet finnes ikke', 'Tilbodet finst ikkje', 'The offer is not there') },
  OFFER_NOT_MADE: {
    status: 409,
    title: said(
      'Det er ikke gitt noe tilbud å svare på',
      'Det er ikkje gitt noko tilbod å svare på',
      'No offer has been made that could be answered',
    ),
  },
  OFFER_ALREADY_ANSWERED: {
    status: 409,
    title: said('Tilbudet er besvart før', 'Tilbodet er svart på før', 'The offer has been answered before'),
  },
  OFFER_LAPSED: { status: 409, title: said('Tilbudet er bortfalt', 'Tilbodet er bortfalle', 'The offer has lapsed') },
  OFFER_OPEN: {
    status: 409,
    title: said(
      'Et tilbud kan fortsatt besvares',
      'Eit tilbod kan framleis svarast på',
      'An offer can still be answered',
    ),
  },
  ANSWER_TOO_LATE: {
    status: 409,
    title: said('Svaret kom etter fristen', 'Svaret kom etter fristen', 'The answer came after the deadline'),
    detail: ({ replyBy }) =>
      said(
        `Fristen var ${writtenTime('nb', replyBy)}. Tilbudet er bortfalt; en plass du har fra før, beholder du.`,
        `Fristen var ${writtenTime('nn', replyBy)}. Tilbodet er bortfalle; ein plass du har frå før, beheld du.`,
        `The deadline was ${writtenTime('en', replyBy)}. The offer has lapsed; a place that you have already, you keep.`,
      ),
  },
  CLASS_UNKNOWN: {
    status: 404,
    title: said('Opptaket har ingen slik klasse', 'Opptaket har ingen slik klasse', 'The intake has no such class'),
  },
} as const satisfies ProblemsFor<AdmissionsRejection>;

/** What was done, or the problem of why nothing was. */
export const doneOf = <T>(result: Result<T, AdmissionsRejection>): T => {
  if ('done' in result) return result.done;
  throw problemOf<AdmissionsRejection>(result.rejected, problems);
};

export const intakeUnknown = (): Problem =>
  new Problem({ status: 404, code: 'INTAKE_UNKNOWN', title: problems.INTAKE_UNKNOWN.title });

export const runUnknown = (): Problem =>
  new Problem({
    status: 404,
    code: 'RUN_UNKNOWN',
    title: said('Opptaket har ingen slik kjøring', 'Opptaket har inga slik køyring', 'The intake has no such run'),
  });

export const applicationUnknown = (): Problem =>
  new Problem({ status: 404, code: 'APPLICATION_UNKNOWN', title: problems.APPLICATION_UNKNOWN.title });

/** Whoever is partial to an applicant does not read the application either. */
export const disqualifiedReader = (): Problem =>
  new Problem({
    status: 403,
    code: 'ASSESSOR_DISQUALIFIED',
    title: said(
      'Du er inhabil for denne søknaden',
      'Du er inhabil for denne søknaden',
      'You are disqualified for this application',
    ),
    detail: said(
      'Du ser den ikke lenger. Er det feil, kan administrasjonen trekke meldingen tilbake.',
      'Du ser han ikkje lenger. Er det feil, kan administrasjonen trekkje meldinga tilbake.',
      'You no longer see it. If that is wrong, the administration can withdraw the report.',
    ),
  });

export const appealUnknown = (): Problem =>
  new Problem({ status: 404, code: 'APPEAL_UNKNOWN', title: problems.APPEAL_UNKNOWN.title });

export const offerUnknown = (): Problem =>
  new Problem({ status: 404, code: 'OFFER_UNKNOWN', title: problems.OFFER_UNKNOWN.title });

export const roundUnknown = (): Problem =>
  new Problem({ status: 404, code: 'ROUND_UNKNOWN', title: problems.ROUND_UNKNOWN.title });

export const letterUnknown = (): Problem =>
  new Problem({
    status: 404,
    code: 'LETTER_UNKNOWN',
    title: said('Brevet finnes ikke', 'Brevet finst ikkje', 'The letter is not there'),
  });

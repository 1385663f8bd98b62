import { Problem, type ProblemsFor, problemOf } from '@kull/http';
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
  INTAKE_UNKNOWN: { status: 404, title: 'Opptaket finnes ikke' },
  INTAKE_DIFFERS: {
    status: 409,
    title: 'Opptaket finnes med annet innhold',
    detail: 'Et opptak åpnes én gang med sine regler. Et opptak med andre regler må ha en annen kode.',
  },
  INTAKE_DECIDED: {
    status: 409,
    title: 'Det er gitt tilbud i opptaket',
    detail: 'Grunnlaget for tilbudene endres ikke lenger. Ingenting av filen er tatt inn.',
  },
  NOT_RANKED: {
    status: 409,
    title: 'Opptaket er ikke rangert',
    detail: 'Kjør rangeringen først, på nytt når noe er kommet inn siden forrige gang.',
  },
  CHANGED_MEANWHILE: {
    status: 409,
    title: 'Noe annet kom inn i opptaket imens',
    detail: 'Ingenting er endret. Prøv igjen.',
  },
  TOO_FEW_ASSESSMENTS: {
    status: 409,
    title: 'Søknader mangler vurderinger',
    detail: ({ applications }) => `Ingen er rangert før disse ${applications.length} søknadene er vurdert.`,
    errors: ({ applications }) =>
      applications.map(({ applicationNo, has, needs }) => ({
        pointer: `/applications/${applicationNo}`,
        code: 'TOO_FEW_ASSESSMENTS',
        detail: `Søknad ${applicationNo} har ${has} av ${needs} vurderinger`,
      })),
  },
  HPR_REGISTER_NOT_ANSWERING: {
    status: 409,
    title: 'HPR svarer ikke',
    detail: ({ numbers }) =>
      `Uten svar om ${numbers} HPR-nummer er ingen rangert. Prøv igjen senere, eller les inn et register.`,
  },
  ROUND_UNKNOWN: { status: 404, title: 'Opptaket har ingen slik runde' },
  PREVIOUS_ROUND_OPEN: {
    status: 409,
    title: 'Forrige runde er ikke avsluttet',
    detail: 'Først når den er avsluttet, er det klart hvilke plasser som er ledige.',
  },
  ROUND_SENT: { status: 409, title: 'Runden er sendt', detail: 'Det som er sendt, kan ikke tas tilbake.' },
  SENDING_TIME_PASSED: {
    status: 409,
    title: 'Tidspunktet for runden er passert',
    detail: 'Forhåndsvis og send den selv.',
  },
  SENDING_NOT_APPROVED: { status: 409, title: 'Det er ikke godkjent at runden sendes av seg selv' },
  OFFERS_NOT_MADE: { status: 409, title: 'Det er ikke gitt tilbud i runden' },
  ROUNDS_NOT_CLOSED: { status: 409, title: 'Siste runde er ikke avsluttet' },
  NO_FREE_PLACE: { status: 409, title: 'Det er ingen ledig plass i kvoten' },
  MUNICIPALITY_CAP_REACHED: { status: 409, title: 'Kommunen har så mange plasser i klassen som den kan ha' },
  OUTSIDE_WINDOW: {
    status: 409,
    title: 'Opptaket tar ikke imot søknader nå',
    detail: 'Ingenting er lagret. Se når opptaket åpner og stenger.',
  },
  INVALID_NATIONAL_ID: { status: 422, title: 'Fødselsnummeret er ikke gyldig', detail: 'Ingenting er lagret.' },
  DRAFT_UNKNOWN: { status: 404, title: 'Det er ikke begynt på noen søknad' },
  DRAFT_CHANGED: { status: 409, title: 'Søknaden er endret imens', detail: 'Se over den, og send på nytt.' },
  APPLICATION_INCOMPLETE: {
    status: 409,
    title: 'Søknaden er ikke ferdig utfylt',
    detail: 'Den er ikke sendt. Fyll ut det som mangler, og send på nytt.',
  },
  DOCUMENT_UNKNOWN: { status: 404, title: 'Vedlegget finnes ikke' },
  TOO_MANY_DOCUMENTS: { status: 409, title: 'Søknaden har så mange vedlegg som den kan ha' },
  POST_MISSING: { status: 409, title: 'Stillingen er ikke fylt ut', detail: 'Det er ikke noe å bekrefte ennå.' },
  TOO_MANY_LINKS: { status: 409, title: 'Lederen har fått så mange lenker som det kan sendes' },
  ALREADY_CONFIRMED: { status: 409, title: 'Arbeidsgiveren har bekreftet stillingen' },
  LINK_UNKNOWN: { status: 404, title: 'Lenken finnes ikke' },
  LINK_USED: { status: 410, title: 'Lenken er brukt' },
  LINK_REPLACED: { status: 410, title: 'Søkeren har sendt en nyere lenke' },
  LINK_EXPIRED: { status: 410, title: 'Lenken er utløpt' },
  POST_CHANGED: { status: 409, title: 'Søkeren har endret stillingen etter at lenken ble sendt' },
  APPLICATION_UNKNOWN: { status: 404, title: 'Søknaden finnes ikke' },
  ASSESSOR_DISQUALIFIED: {
    status: 403,
    title: 'Vurdereren er inhabil',
    detail: ({ applicationNo, assessor }) =>
      `${assessor} er meldt inhabil for søknad ${applicationNo} og vurderer den ikke. Ingenting er lagret.`,
  },
  NOT_DISQUALIFIED: { status: 409, title: 'Vurdereren er ikke meldt inhabil' },
  OWN_IMPARTIALITY: {
    status: 403,
    title: 'Du kan ikke avgjøre din egen habilitet',
    detail: 'En annen i administrasjonen må trekke meldingen tilbake.',
  },
  APPLICATION_CHANGED: { status: 409, title: 'Søknaden er endret imens' },
  OFFERS_MADE: { status: 409, title: 'Søknaden har fått tilbud og endres ikke lenger' },
  OTHER_OFFER_OPEN: { status: 409, title: 'Søkeren har et annet tilbud som ikke er besvart' },
  WISH_NOT_OPEN: { status: 409, title: 'Søkeren venter ikke på denne klassen' },
  NOT_A_VERIFIED_PHYSICIAN: { status: 409, title: 'Øremerkede plasser er for bekreftede leger' },
  OFFER_UNKNOWN: { status: 404, title: 'Tilbudet finnes ikke' },
  OFFER_NOT_MADE: { status: 409, title: 'Det er ikke gitt noe tilbud å svare på' },
  OFFER_ALREADY_ANSWERED: { status: 409, title: 'Tilbudet er besvart før' },
  OFFER_LAPSED: { status: 409, title: 'Tilbudet er bortfalt' },
  OFFER_OPEN: { status: 409, title: 'Et tilbud kan fortsatt besvares' },
  ANSWER_TOO_LATE: {
    status: 409,
    title: 'Svaret kom etter fristen',
    detail: ({ replyBy }) => `Fristen var ${replyBy}. Tilbudet er bortfalt; en plass du har fra før, beholder du.`,
  },
  NOT_DECIDED: { status: 409, title: 'Søknaden er ikke avgjort', detail: 'Det er ikke noe å klage på ennå.' },
  APPEAL_TOO_LATE: {
    status: 409,
    title: 'Klagen kom etter fristen',
    detail: ({ appealBy }) => `Siste dag var ${appealBy}. Klagen er ikke tatt imot.`,
  },
  ALREADY_APPEALED: { status: 409, title: 'Det er klaget på vedtaket før' },
  NOT_APPEALED: { status: 409, title: 'Det er ikke klaget på vedtaket' },
  OWN_DECISION: {
    status: 403,
    title: 'Du kan ikke avgjøre denne klagen',
    detail: 'Du har vurdert søknaden, fattet vedtaket eller er inhabil. En annen må avgjøre klagen.',
  },
  APPEAL_ALREADY_DECIDED: { status: 409, title: 'Klagen er avgjort før' },
  APPEAL_UNKNOWN: { status: 404, title: 'Klagen finnes ikke' },
  CLASS_UNKNOWN: { status: 404, title: 'Opptaket har ingen slik klasse' },
  NOT_UPHELD: {
    status: 409,
    title: 'Klageren har ikke fått medhold',
    detail: 'Plass utenom rundene gis bare etter medhold i en klage. Avgjør klagen først.',
  },
  PLACE_HELD: { status: 409, title: 'Søkeren har plass fra før' },
  NOT_FORWARDED: {
    status: 409,
    title: 'Klagen er ikke sendt til klagenemnda',
    detail: 'Bare nemnda kan avslå en klage. Gi medhold, eller send den videre.',
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
  new Problem({ status: 404, code: 'RUN_UNKNOWN', title: 'Opptaket har ingen slik kjøring' });

export const applicationUnknown = (): Problem =>
  new Problem({ status: 404, code: 'APPLICATION_UNKNOWN', title: problems.APPLICATION_UNKNOWN.title });

/** Whoever is partial to an applicant does not read the application either. */
export const disqualifiedReader = (): Problem =>
  new Problem({
    status: 403,
    code: 'ASSESSOR_DISQUALIFIED',
    title: 'Du er inhabil for denne søknaden',
    detail: 'Du ser den ikke lenger. Er det feil, kan administrasjonen trekke meldingen tilbake.',
  });

export const appealUnknown = (): Problem =>
  new Problem({ status: 404, code: 'APPEAL_UNKNOWN', title: problems.APPEAL_UNKNOWN.title });

export const offerUnknown = (): Problem =>
  new Problem({ status: 404, code: 'OFFER_UNKNOWN', title: problems.OFFER_UNKNOWN.title });

export const roundUnknown = (): Problem =>
  new Problem({ status: 404, code: 'ROUND_UNKNOWN', title: problems.ROUND_UNKNOWN.title });

export const letterUnknown = (): Problem =>
  new Problem({ status: 404, code: 'LETTER_UNKNOWN', title: 'Brevet finnes ikke' });

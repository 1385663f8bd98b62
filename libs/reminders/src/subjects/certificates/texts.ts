import type { CorrectionReason, RevocationReason } from '@kull/certificates/contracts';
import { type Instant, type LocalDate, localDateInOslo } from '@kull/kernel';
import type { LetterLanguage } from '@kull/mail/contracts';
import { dayText } from '../wording/dates';
import { paragraph, type Texts, terms } from '../wording/parts';

/** What the letters on a certificate need to know. */
export type CertificateFacts = {
  readonly number: string;
  readonly courseTitle: string;
  readonly coursePoints: number;
  readonly completionDate: LocalDate;
  readonly version: number;
  readonly at: Instant;
  readonly [reasonCode: string]: string | number;
};

type Reason = CorrectionReason | RevocationReason;

const reasons: Readonly<Record<LetterLanguage, Readonly<Record<Reason, string>>>> = {
  nb: {
    NAME_CHANGE: 'navnet ditt er rettet',
    ATTENDANCE_RECOUNT: 'timene dine er telt på nytt',
    DATA_ERROR: 'en opplysning var feil',
    RESULT_CHANGED: 'resultatet ditt er endret',
    FRAUD: 'det er brukt på en måte som ikke er riktig',
    WRONG_PERSON: 'det gjaldt en annen person',
    APPROVAL_WITHDRAWN: 'godkjenningen av kurset er trukket tilbake',
    SUBJECT_REQUEST: 'du ba om det',
  },
  nn: {
    NAME_CHANGE: 'namnet ditt er retta',
    ATTENDANCE_RECOUNT: 'timane dine er talde på nytt',
    DATA_ERROR: 'ei opplysning var feil',
    RESULT_CHANGED: 'resultatet ditt er endra',
    FRAUD: 'det er brukt på ein måte som ikkje er rett',
    WRONG_PERSON: 'det gjaldt ein annan person',
    APPROVAL_WITHDRAWN: 'godkjenninga av kurset er trekt tilbake',
    SUBJECT_REQUEST: 'du bad om det',
  },
  en: {
    NAME_CHANGE: 'your name was corrected',
    ATTENDANCE_RECOUNT: 'your hours were counted anew',
    DATA_ERROR: 'a piece of information was wrong',
    RESULT_CHANGED: 'your result was changed',
    FRAUD: 'it was used in a way that is not right',
    WRONG_PERSON: 'it was about another person',
    APPROVAL_WITHDRAWN: 'the approval of the course was withdrawn',
    SUBJECT_REQUEST: 'you asked for it',
  },
};

const because = (language: LetterLanguage, { reasonCode }: CertificateFacts): string =>
  reasons[language][(reasonCode ?? 'DATA_ERROR') as Reason];

/** The public page of the certificate, under the address of the service. */
const page = ({ number }: CertificateFacts): string => `/v/${number}`;

const day = (language: LetterLanguage, { at }: CertificateFacts): string => dayText(language, localDateInOslo(at));

export const issuedTexts: Texts<CertificateFacts> = {
  nb: (facts) => ({
    subject: 'Kursbeviset ditt er klart',
    parts: [
      paragraph(`Du har fått et bevis på ${facts.coursePoints} kurspoeng. Kurset var ${facts.courseTitle}.`),
      terms(
        ['Bevisnummer', facts.number],
        ['Fullført', dayText('nb', facts.completionDate)],
        ['Utstedt', day('nb', facts)],
      ),
      paragraph('Vi sender poengene til Legeforeningen. Du trenger ikke gjøre noe.'),
    ],
    action: { label: 'Se beviset', url: page(facts) },
  }),
  nn: (facts) => ({
    subject: 'Kursbeviset ditt er klart',
    parts: [
      paragraph(`Du har fått eit bevis på ${facts.coursePoints} kurspoeng. Kurset var ${facts.courseTitle}.`),
      terms(
        ['Bevisnummer', facts.number],
        ['Fullført', dayText('nn', facts.completionDate)],
        ['Utferda', day('nn', facts)],
      ),
      paragraph('Vi sender poenga til Legeforeningen. Du treng ikkje gjere noko.'),
    ],
    action: { label: 'Sjå beviset', url: page(facts) },
  }),
  en: (facts) => ({
    subject: 'Your course certificate is ready',
    parts: [
      paragraph(
        `You have got a certificate of ${facts.coursePoints} course points. The course was ${facts.courseTitle}.`,
      ),
      terms(
        ['Certificate number', facts.number],
        ['Completed', dayText('en', facts.completionDate)],
        ['Issued', day('en', facts)],
      ),
      paragraph('We send the points to the Norwegian Medical Association. You need not do anything.'),
    ],
    action: { label: 'See the certificate', url: page(facts) },
  }),
};

export const replacedTexts: Texts<CertificateFacts> = {
  nb: (facts) => ({
    subject: 'Du har fått et nytt kursbevis',
    parts: [
      paragraph(
        `Kursbeviset ditt for ${facts.courseTitle} har fått versjon ${facts.version}, fordi ${because('nb', facts)}. Versjon ${facts.version - 1} gjelder ikke lenger.`,
      ),
      terms(['Bevisnummer', facts.number], ['Utstedt', day('nb', facts)]),
      paragraph(
        'Bruk det nye beviset. Vi sender rettelsen til Legeforeningen. Er noe feil, si fra til kursadministrasjonen.',
      ),
    ],
    action: { label: 'Se beviset', url: page(facts) },
  }),
  nn: (facts) => ({
    subject: 'Du har fått eit nytt kursbevis',
    parts: [
      paragraph(
        `Kursbeviset ditt for ${facts.courseTitle} har fått versjon ${facts.version}, fordi ${because('nn', facts)}. Versjon ${facts.version - 1} gjeld ikkje lenger.`,
      ),
      terms(['Bevisnummer', facts.number], ['Utferda', day('nn', facts)]),
      paragraph(
        'Bruk det nye beviset. Vi sender rettinga til Legeforeningen. Er noko feil, sei frå til kursadministrasjonen.',
      ),
    ],
    action: { label: 'Sjå beviset', url: page(facts) },
  }),
  en: (facts) => ({
    subject: 'You have got a new course certificate',
    parts: [
      paragraph(
        `Your certificate for ${facts.courseTitle} now has version ${facts.version}, because ${because('en', facts)}. Version ${facts.version - 1} no longer holds.`,
      ),
      terms(['Certificate number', facts.number], ['Issued', day('en', facts)]),
      paragraph(
        'Use the new one. We send the correction to the Norwegian Medical Association. If something is wrong, tell the course administration.',
      ),
    ],
    action: { label: 'See the certificate', url: page(facts) },
  }),
};

export const revokedTexts: Texts<CertificateFacts> = {
  nb: (facts) => ({
    subject: 'Viktig om kursbeviset ditt',
    parts: [
      paragraph(
        `Kursbeviset ditt for ${facts.courseTitle} er trukket tilbake, fordi ${because('nb', facts)}. Det kan ikke brukes lenger.`,
      ),
      terms(['Bevisnummer', facts.number], ['Trukket tilbake', day('nb', facts)]),
      paragraph(
        'Skal du ha et nytt bevis, får du en egen melding om det. Mener du at dette er feil, si fra til kursadministrasjonen.',
      ),
    ],
    action: { label: 'Se statusen', url: page(facts) },
  }),
  nn: (facts) => ({
    subject: 'Viktig om kursbeviset ditt',
    parts: [
      paragraph(
        `Kursbeviset ditt for ${facts.courseTitle} er trekt tilbake, fordi ${because('nn', facts)}. Det kan ikkje brukast lenger.`,
      ),
      terms(['Bevisnummer', facts.number], ['Trekt tilbake', day('nn', facts)]),
      paragraph(
        'Skal du ha eit nytt bevis, får du ei eiga melding om det. Meiner du at dette er feil, sei frå til kursadministrasjonen.',
      ),
    ],
    action: { label: 'Sjå statusen', url: page(facts) },
  }),
  en: (facts) => ({
    subject: 'Important news of your course certificate',
    parts: [
      paragraph(
        `Your certificate for ${facts.courseTitle} has been revoked, because ${because('en', facts)}. It can no longer be used.`,
      ),
      terms(['Certificate number', facts.number], ['Revoked', day('en', facts)]),
      paragraph(
        'If you are to have a new one, you will be told. If you think that this is wrong, tell the course administration.',
      ),
    ],
    action: { label: 'See its state', url: page(facts) },
  }),
};

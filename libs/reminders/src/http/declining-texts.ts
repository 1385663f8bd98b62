import type { LetterLanguage } from '@kull/mail/contracts';
import type { Subject } from '../domain/occasion';

/** What the page for declining says in one language. */
export interface DecliningTexts {
  readonly title: string;
  readonly ask: string;
  readonly decline: string;
  readonly declined: string;
  readonly accept: string;
  readonly accepted: string;
  readonly still: string;
  readonly unknown: string;
  readonly subjects: Readonly<Record<Subject, string>>;
}

const nb: DecliningTexts = {
  title: 'Påminnelser på e-post',
  ask: 'Vil du ikke lenger ha e-post om dette?',
  decline: 'Meld meg av',
  declined: 'Du er meldt av, og får ikke flere slike påminnelser.',
  accept: 'Meld meg på igjen',
  accepted: 'Du får slike påminnelser igjen.',
  still: 'Vedtak, frister som ikke kan utsettes, og endrede samlinger får du fortsatt melding om.',
  unknown: 'Lenken er ikke gyldig. Se etter at hele adressen er med, eller svar på e-posten.',
  subjects: {
    DRAFT_NOT_SENT: 'Søknad som ikke er sendt',
    DOCUMENT_MISSING: 'Dokument som mangler',
    OFFER_REPLY_DEADLINE: 'Svarfrist på tilbud',
    GATHERING: 'Samling som nærmer seg',
    GATHERING_CHANGED: 'Samling som er endret',
    REGISTER_OPEN: 'Oppmøteliste som ikke er låst',
    ATTENDANCE_AT_RISK: 'Oppmøte',
    HPR_NUMBER_OPEN: 'HPR-nummer',
    GRADING_DEADLINE: 'Sensurfrist',
    CERTIFICATE_ISSUED: 'Kursbevis utstedt',
    CERTIFICATE_REPLACED: 'Kursbevis erstattet',
    CERTIFICATE_REVOKED: 'Kursbevis trukket tilbake',
    DELIVERY_OVERDUE: 'Leveranse som er forsinket',
    LINES_REJECTED: 'Linjer som er avvist',
    OFFER_MADE: 'Tilbud om plass',
    DECISION_MADE: 'Svar på søknaden',
    APPEAL_DECIDED: 'Svar på klagen',
    APPLICATION_RECEIVED: 'Kvittering for søknaden',
  },
};

const nn: DecliningTexts = {
  title: 'Påminningar på e-post',
  ask: 'Vil du ikkje lenger ha e-post om dette?',
  decline: 'Meld meg av',
  declined: 'Du er meld av, og får ikkje fleire slike påminningar.',
  accept: 'Meld meg på att',
  accepted: 'Du får slike påminningar att.',
  still: 'Vedtak, fristar som ikkje kan utsetjast, og endra samlingar får du framleis melding om.',
  unknown: 'Lenkja er ikkje gyldig. Sjå etter at heile adressa er med, eller svar på e-posten.',
  subjects: {
    DRAFT_NOT_SENT: 'Søknad som ikkje er send',
    DOCUMENT_MISSING: 'Dokument som manglar',
    OFFER_REPLY_DEADLINE: 'Svarfrist på tilbod',
    GATHERING: 'Samling som nærmar seg',
    GATHERING_CHANGED: 'Samling som er endra',
    REGISTER_OPEN: 'Oppmøteliste som ikkje er låst',
    ATTENDANCE_AT_RISK: 'Oppmøte',
    HPR_NUMBER_OPEN: 'HPR-nummer',
    GRADING_DEADLINE: 'Sensurfrist',
    CERTIFICATE_ISSUED: 'Kursbevis utferda',
    CERTIFICATE_REPLACED: 'Kursbevis erstatta',
    CERTIFICATE_REVOKED: 'Kursbevis trekt tilbake',
    DELIVERY_OVERDUE: 'Leveranse som er forseinka',
    LINES_REJECTED: 'Linjer som er avviste',
    OFFER_MADE: 'Tilbod om plass',
    DECISION_MADE: 'Svar på søknaden',
    APPEAL_DECIDED: 'Svar på klaga',
    APPLICATION_RECEIVED: 'Kvittering for søknaden',
  },
};

const en: DecliningTexts = {
  title: 'Reminders by e-mail',
  ask: 'Do you no longer want e-mail about this?',
  decline: 'Unsubscribe',
  declined: 'You are unsubscribed, and will get no more of these reminders.',
  accept: 'Subscribe again',
  accepted: 'You will get these reminders again.',
  still: 'You will still be told of decisions, of deadlines that cannot be moved, and of changed gatherings.',
  unknown: 'The link is not valid. Check that the whole address is there, or answer the e-mail.',
  subjects: {
    DRAFT_NOT_SENT: 'An application that has not been sent',
    DOCUMENT_MISSING: 'A missing document',
    OFFER_REPLY_DEADLINE: 'Deadline for answering an offer',
    GATHERING: 'A gathering that is coming up',
    GATHERING_CHANGED: 'A gathering that was changed',
    REGISTER_OPEN: 'A register that is not locked',
    ATTENDANCE_AT_RISK: 'Attendance',
    HPR_NUMBER_OPEN: 'HPR number',
    GRADING_DEADLINE: 'Deadline for grading',
    CERTIFICATE_ISSUED: 'A certificate was issued',
    CERTIFICATE_REPLACED: 'A certificate was replaced',
    CERTIFICATE_REVOKED: 'A certificate was revoked',
    DELIVERY_OVERDUE: 'A delivery that is late',
    LINES_REJECTED: 'Lines that were rejected',
    OFFER_MADE: 'An offer of a place',
    DECISION_MADE: 'The answer to your application',
    APPEAL_DECIDED: 'The answer to your appeal',
    APPLICATION_RECEIVED: 'The receipt of your application',
  },
};

export const decliningTexts: Readonly<Record<LetterLanguage, DecliningTexts>> = { nb, nn, en };

import type { ExcuseCode, OwnAbsence, OwnAbsenceRefusal } from '@kull/attendance';
import type { InLanguages } from '../../kit/language';

/** Why a report was not sent: what the form lacks, or what the register says. */
export type AbsenceFault =
  | 'NO_SESSION_CHOSEN'
  | 'NO_REASON_CHOSEN'
  | 'UNKNOWN_TYPE'
  | 'NONE_CHOSEN'
  | OwnAbsenceRefusal;

interface AbsenceTexts {
  readonly title: string;
  readonly report: string;
  readonly gathering: string;
  readonly sessions: string;
  readonly alreadyTold: string;
  readonly reason: string;
  readonly reasons: Readonly<Record<ExcuseCode, string>>;
  readonly evidence: string;
  readonly evidenceHint: string;
  readonly send: string;
  readonly nothingToCome: string;
  readonly own: string;
  readonly none: string;
  readonly status: Readonly<Record<OwnAbsence['status'], string>>;
  readonly errorTitle: string;
  readonly faults: Readonly<Record<AbsenceFault, string>>;
  readonly sent: string;
  readonly answerBy: (day: string) => string;
  readonly evidenceBy: (day: string) => string;
  readonly evidenceIsIn: string;
  readonly evidenceNone: string;
  readonly sendEvidence: string;
  readonly replaceEvidence: string;
  readonly afterwards: string;
  readonly noLower: string;
  readonly decided: Readonly<Record<'EXCUSED' | 'NO_EVIDENCE' | 'EVIDENCE_INSUFFICIENT' | 'REASON_NOT_VALID', string>>;
  readonly isWithdrawn: string;
  readonly withdraw: string;
  readonly back: string;
  readonly clock: (from: string, to: string) => string;
}

/** Absence that students report (ux.md S5). */
export const absenceTexts: InLanguages<AbsenceTexts> = {
  nb: {
    title: 'Fravær',
    report: 'Meld fravær',
    gathering: 'Velg samling',
    sessions: 'Når er du borte?',
    alreadyTold: 'meldt',
    reason: 'Årsak',
    reasons: { ILLNESS: 'Sykdom', CARE: 'Omsorg', WORK_DUTY: 'Vakt eller jobb', OTHER: 'Annet' },
    evidence: 'Dokumentasjon (valgfri nå)',
    evidenceHint: 'PDF eller bilde, høyst 10 MB. Du kan sende den innen 14 dager.',
    send: 'Send melding',
    nothingToCome: 'Ingen samlinger eller økter er satt opp framover.',
    own: 'Det du har meldt',
    none: 'Du har ikke meldt noe fravær.',
    status: {
      REPORTED: 'Venter på svar',
      EXCUSED: 'Gyldig fravær',
      NOT_EXCUSED: 'Ikke gyldig',
      WITHDRAWN: 'Trukket tilbake',
    },
    errorTitle: 'Meldingen er ikke sendt',
    faults: {
      NO_SESSION_CHOSEN: 'Huk av når du er borte',
      NO_REASON_CHOSEN: 'Velg en årsak',
      UNKNOWN_TYPE: 'Filen er verken PDF, JPEG eller PNG. Velg en annen fil',
      NONE_CHOSEN: 'Velg en fil',
      UNKNOWN_STUDENT: 'Du er ikke i denne klassen lenger',
      UNKNOWN_SESSION: 'Samlingen er endret. Se over hva du har valgt',
      ABSENCE_ALREADY_REPORTED:
        'Du har meldt fravær for en av disse øktene før. Velg bare de andre, eller trekk den første meldingen',
      ABSENCE_NOT_REPORTED: 'Meldingen finnes ikke',
      ABSENCE_WITHDRAWN: 'Meldingen er trukket tilbake. Meld fraværet på nytt hvis det gjelder likevel',
      ABSENCE_DECIDED: 'Fraværet er avgjort og kan ikke trekkes tilbake',
    },
    sent: 'Fraværet er meldt.',
    answerBy: (day) => `Du får svar innen ${day}.`,
    evidenceBy: (day) => `Dokumentasjon kan sendes til og med ${day}.`,
    evidenceIsIn: 'Dokumentasjon er sendt inn.',
    evidenceNone: 'Ingen dokumentasjon er sendt inn.',
    sendEvidence: 'Send dokumentasjon',
    replaceEvidence: 'Bytt ut dokumentasjonen',
    afterwards: 'Når alt du har meldt, er regnet med:',
    noLower: 'Gyldig fravær senker ikke kravet til oppmøte.',
    decided: {
      EXCUSED: 'Fraværet er gyldig.',
      NO_EVIDENCE: 'Fraværet er ikke godtatt: dokumentasjon mangler.',
      EVIDENCE_INSUFFICIENT: 'Fraværet er ikke godtatt: dokumentasjonen er ikke nok.',
      REASON_NOT_VALID: 'Fraværet er ikke godtatt: årsaken gir ikke gyldig fravær.',
    },
    isWithdrawn: 'Meldingen er trukket tilbake.',
    withdraw: 'Trekk meldingen tilbake',
    back: 'Til Fravær',
    clock: (from, to) => `kl. ${from}–${to}`,
  },
  nn: {
    title: 'Fråvær',
    report: 'Meld fråvær',
    gathering: 'Vel samling',
    sessions: 'Når er du borte?',
    alreadyTold: 'meldt',
    reason: 'Årsak',
    reasons: { ILLNESS: 'Sjukdom', CARE: 'Omsorg', WORK_DUTY: 'Vakt eller jobb', OTHER: 'Anna' },
    evidence: 'Dokumentasjon (valfri no)',
    evidenceHint: 'PDF eller bilete, høgst 10 MB. Du kan sende han innan 14 dagar.',
    send: 'Send melding',
    nothingToCome: 'Ingen samlingar eller økter er sette opp framover.',
    own: 'Det du har meldt',
    none: 'Du har ikkje meldt noko fråvær.',
    status: {
      REPORTED: 'Ventar på svar',
      EXCUSED: 'Gyldig fråvær',
      NOT_EXCUSED: 'Ikkje gyldig',
      WITHDRAWN: 'Trekt tilbake',
    },
    errorTitle: 'Meldinga er ikkje send',
    faults: {
      NO_SESSION_CHOSEN: 'Huk av når du er borte',
      NO_REASON_CHOSEN: 'Vel ei årsak',
      UNKNOWN_TYPE: 'Fila er verken PDF, JPEG eller PNG. Vel ei anna fil',
      NONE_CHOSEN: 'Vel ei fil',
      UNKNOWN_STUDENT: 'Du er ikkje i denne klassen lenger',
      UNKNOWN_SESSION: 'Samlinga er endra. Sjå over kva du har valt',
      ABSENCE_ALREADY_REPORTED:
        'Du har meldt fråvær for ei av desse øktene før. Vel berre dei andre, eller trekk den første meldinga',
      ABSENCE_NOT_REPORTED: 'Meldinga finst ikkje',
      ABSENCE_WITHDRAWN: 'Meldinga er trekt tilbake. Meld fråværet på nytt om det gjeld likevel',
      ABSENCE_DECIDED: 'Fråværet er avgjort og kan ikkje trekkjast tilbake',
    },
    sent: 'Fråværet er meldt.',
    answerBy: (day) => `Du får svar innan ${day}.`,
    evidenceBy: (day) => `Dokumentasjon kan sendast til og med ${day}.`,
    evidenceIsIn: 'Dokumentasjon er send inn.',
    evidenceNone: 'Ingen dokumentasjon er send inn.',
    sendEvidence: 'Send dokumentasjon',
    replaceEvidence: 'Byt ut dokumentasjonen',
    afterwards: 'Når alt du har meldt, er rekna med:',
    noLower: 'Gyldig fråvær senkar ikkje kravet til oppmøte.',
    decided: {
      EXCUSED: 'Fråværet er gyldig.',
      NO_EVIDENCE: 'Fråværet er ikkje godteke: dokumentasjon manglar.',
      EVIDENCE_INSUFFICIENT: 'Fråværet er ikkje godteke: dokumentasjonen er ikkje nok.',
      REASON_NOT_VALID: 'Fråværet er ikkje godteke: årsaka gir ikkje gyldig fråvær.',
    },
    isWithdrawn: 'Meldinga er trekt tilbake.',
    withdraw: 'Trekk meldinga tilbake',
    back: 'Til Fråvær',
    clock: (from, to) => `kl. ${from}–${to}`,
  },
  en: {
    title: 'Absence',
    report: 'Report absence',
    gathering: 'Choose a gathering',
    sessions: 'When will you be absent?',
    alreadyTold: 'reported',
    reason: 'Reason',
    reasons: { ILLNESS: 'Illness', CARE: 'Care', WORK_DUTY: 'On duty or at work', OTHER: 'Other' },
    evidence: 'Evidence (optional now)',
    evidenceHint: 'PDF or picture, at most 10 MB. You may send it within 14 days.',
    send: 'Send report',
    nothingToCome: 'No gatherings or sessions are planned.',
    own: 'What you have reported',
    none: 'You have reported no absence.',
    status: {
      REPORTED: 'Waiting for an answer',
      EXCUSED: 'Excused',
      NOT_EXCUSED: 'Not excused',
      WITHDRAWN: 'Withdrawn',
    },
    errorTitle: 'The report was not sent',
    faults: {
      NO_SESSION_CHOSEN: 'Tick when you will be absent',
      NO_REASON_CHOSEN: 'Choose a reason',
      UNKNOWN_TYPE: 'The file is neither PDF, JPEG nor PNG. Choose another file',
      NONE_CHOSEN: 'Choose a file',
      UNKNOWN_STUDENT: 'You are not in this class any more',
      UNKNOWN_SESSION: 'The gathering has changed. Look over what you chose',
      ABSENCE_ALREADY_REPORTED:
        'You have reported one of these sessions before. Choose only the others, or withdraw the first report',
      ABSENCE_NOT_REPORTED: 'There is no such report',
      ABSENCE_WITHDRAWN: 'The report was withdrawn. Report the absence again if it holds after all',
      ABSENCE_DECIDED: 'The absence has been decided and cannot be withdrawn',
    },
    sent: 'The absence is reported.',
    answerBy: (day) => `You get an answer by ${day}.`,
    evidenceBy: (day) => `Evidence may be sent until ${day}.`,
    evidenceIsIn: 'Evidence has been sent in.',
    evidenceNone: 'No evidence has been sent in.',
    sendEvidence: 'Send evidence',
    replaceEvidence: 'Replace the evidence',
    afterwards: 'With everything that you have reported:',
    noLower: 'Excused absence does not lower what attendance is required.',
    decided: {
      EXCUSED: 'The absence is excused.',
      NO_EVIDENCE: 'The absence is not excused: evidence is missing.',
      EVIDENCE_INSUFFICIENT: 'The absence is not excused: the evidence is not enough.',
      REASON_NOT_VALID: 'The absence is not excused: the reason is not a valid one.',
    },
    isWithdrawn: 'The report is withdrawn.',
    withdraw: 'Withdraw the report',
    back: 'To Absence',
    clock: (from, to) => `${from}–${to}`,
  },
};

import type { ProblemsFor } from '@kull/http';
import type { Rejection } from '@kull/kernel';
import type { AbsenceRejection } from '../domain/absence.commands';

/** How each refusal about a report of absence is said over HTTP. */
export const absenceProblems = {
  CLASS_NOT_PLANNED: { status: 404, title: 'Klassen finnes ikke' },
  UNKNOWN_STUDENT: { status: 422, title: 'Studenten er ikke i klassen' },
  UNKNOWN_SESSION: { status: 422, title: 'Økten finnes ikke i klassen' },
  ABSENCE_ALREADY_REPORTED: {
    status: 409,
    title: 'Fraværet er meldt før',
    detail: 'En annen melding gjelder en av de samme øktene. Trekk den tilbake først, eller meld bare de andre øktene.',
  },
  ABSENCE_NOT_REPORTED: { status: 404, title: 'Meldingen om fravær finnes ikke' },
  ABSENCE_WITHDRAWN: {
    status: 409,
    title: 'Meldingen er trukket tilbake',
    detail: 'Meld fraværet på nytt hvis det gjelder likevel.',
  },
  ABSENCE_DECIDED: {
    status: 409,
    title: 'Fraværet er avgjort',
    detail: 'En avgjort melding kan ikke trekkes tilbake.',
  },
  EVIDENCE_MISSING: { status: 409, title: 'Det er ikke sendt inn dokumentasjon' },
  EVIDENCE_STILL_DUE: {
    status: 409,
    title: 'Fristen for dokumentasjon er ikke ute',
    detail: 'Vent til fristen er gått, eller oppgi en annen grunn.',
  },
  SESSION_NOT_IN_ABSENCE: { status: 422, title: 'Økten er ikke med i meldingen' },
} as const satisfies ProblemsFor<AbsenceRejection | Rejection<'CLASS_NOT_PLANNED'>>;

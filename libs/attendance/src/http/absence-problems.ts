import { type ProblemsFor, said } from '@kull/http';
import type { Rejection } from '@kull/kernel';
import type { AbsenceRejection } from '../domain/absence.commands';

/** How each refusal about a report of absence is said over HTTP. */
export const absenceProblems = {
  CLASS_NOT_PLANNED: {
    status: 404,
    title: said('Klassen finnes ikke', 'Klassen finst ikkje', 'The class is not there'),
  },
  UNKNOWN_STUDENT: {
    status: 422,
    title: said('Studenten er ikke i klassen', 'Studenten er ikkje i klassen', 'The student is not in the class'),
  },
  UNKNOWN_SESSION: {
    status: 422,
    title: said('Økten finnes ikke i klassen', 'Økta finst ikkje i klassen', 'The class has no such session'),
  },
  ABSENCE_ALREADY_REPORTED: {
    status: 409,
    title: said('Fraværet er meldt før', 'Fråværet er meldt før', 'The absence has been reported before'),
    detail: said(
      'En annen melding gjelder en av de samme øktene. Trekk den tilbake først, eller meld bare de andre øktene.',
      'Ei anna melding gjeld ei av dei same øktene. Trekk henne tilbake først, eller meld berre dei andre øktene.',
      'Another report is about one of the same sessions. Withdraw it first, or report only the other sessions.',
    ),
  },
  ABSENCE_NOT_REPORTED: {
    status: 404,
    title: said(
      'Meldingen om fravær finnes ikke',
      'Meldinga om fråvær finst ikkje',
      'The report of absence is not there',
    ),
  },
  ABSENCE_WITHDRAWN: {
    status: 409,
    title: said('Meldingen er trukket tilbake', 'Meldinga er trekt tilbake', 'The report has been withdrawn'),
    detail: said(
      'Meld fraværet på nytt hvis det gjelder likevel.',
      'Meld fråværet på nytt om det gjeld likevel.',
      'Report the absence again if it holds after all.',
    ),
  },
  ABSENCE_DECIDED: {
    status: 409,
    title: said('Fraværet er avgjort', 'Fråværet er avgjort', 'The absence has been decided'),
    detail: said(
      'En avgjort melding kan ikke trekkes tilbake.',
      'Ei avgjord melding kan ikkje trekkjast tilbake.',
      'A report that has been decided cannot be withdrawn.',
    ),
  },
  EVIDENCE_MISSING: {
    status: 409,
    title: said(
      'Det er ikke sendt inn dokumentasjon',
      'Det er ikkje sendt inn dokumentasjon',
      'No evidence has been sent in',
    ),
  },
  EVIDENCE_STILL_DUE: {
    status: 409,
    title: said(
      'Fristen for dokumentasjon er ikke ute',
      'Fristen for dokumentasjon er ikkje ute',
      'The deadline for evidence has not passed',
    ),
    detail: said(
      'Vent til fristen er gått, eller oppgi en annen grunn.',
      'Vent til fristen er gått, eller oppgje ein annan grunn.',
      'Wait until the deadline has passed, or give another reason.',
    ),
  },
  SESSION_NOT_IN_ABSENCE: {
    status: 422,
    title: said('Økten er ikke med i meldingen', 'Økta er ikkje med i meldinga', 'The session is not in the report'),
  },
} as const satisfies ProblemsFor<AbsenceRejection | Rejection<'CLASS_NOT_PLANNED'>>;

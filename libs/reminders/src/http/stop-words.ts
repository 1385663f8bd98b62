import { type Said, said } from '@kull/http';
import type { Subject } from '../domain/occasion';

/** What would keep a reminder from being sent, for the calendar. */
export const stopWords: Readonly<Record<Subject, Said>> = {
  DRAFT_NOT_SENT: said('Søknaden sendes', 'Søknaden blir send', 'The application is sent'),
  DOCUMENT_MISSING: said(
    'Det som mangler, er kommet inn',
    'Det som manglar, er kome inn',
    'What is missing has come in',
  ),
  OFFER_REPLY_DEADLINE: said('Svar på tilbudet', 'Svar på tilbodet', 'An answer to the offer'),
  GATHERING: said(
    'Samlingen flyttes eller avlyses, eller deltakeren slutter eller får permisjon',
    'Samlinga blir flytta eller avlyst, eller deltakaren sluttar eller får permisjon',
    'The gathering is moved or called off, or the participant leaves or is on leave',
  ),
  GATHERING_CHANGED: said(
    'Samlingen endres igjen, eller deltakeren slutter',
    'Samlinga blir endra igjen, eller deltakaren sluttar',
    'The gathering is changed again, or the participant leaves',
  ),
  REGISTER_OPEN: said('Oppmøtet låses', 'Oppmøtet blir låst', 'The register is locked'),
  ATTENDANCE_AT_RISK: said(
    'Oppmøtet er ikke lenger i fare, eller deltakeren slutter',
    'Oppmøtet er ikkje lenger i fare, eller deltakaren sluttar',
    'The attendance is no longer at risk, or the participant leaves',
  ),
  HPR_NUMBER_OPEN: said(
    'HPR-nummeret er rettet og kurspoengene tilkjent',
    'HPR-nummeret er retta og kurspoenga tilkjende',
    'The HPR number is corrected and the course points awarded',
  ),
  GRADING_DEADLINE: said('Alle resultater er registrert', 'Alle resultat er registrerte', 'All results are recorded'),
  CERTIFICATE_ISSUED: said(
    'Beviset erstattes eller trekkes tilbake',
    'Beviset blir erstatta eller trekt tilbake',
    'The certificate is replaced or revoked',
  ),
  CERTIFICATE_REPLACED: said(
    'Beviset erstattes igjen eller trekkes tilbake',
    'Beviset blir erstatta igjen eller trekt tilbake',
    'The certificate is replaced again or revoked',
  ),
  CERTIFICATE_REVOKED: said(
    'Ingenting: et bevis som er trukket tilbake, gjelder aldri mer',
    'Ingenting: eit bevis som er trekt tilbake, gjeld aldri meir',
    'Nothing: a certificate that has been revoked never counts again',
  ),
  DELIVERY_OVERDUE: said(
    'Beviset leveres eller trekkes tilbake',
    'Beviset blir levert eller trekt tilbake',
    'The certificate is delivered or revoked',
  ),
  LINES_REJECTED: said(
    'Linjen rettes og legges i en ny levering',
    'Linja blir retta og lagd i ei ny levering',
    'The line is corrected and put into a new delivery',
  ),
  OFFER_MADE: said('Svar på tilbudet', 'Svar på tilbodet', 'An answer to the offer'),
  DECISION_MADE: said('Ingenting: et vedtak står', 'Ingenting: eit vedtak står', 'Nothing: a decision stands'),
  APPEAL_DECIDED: said(
    'Ingenting: det som er avgjort, står',
    'Ingenting: det som er avgjort, står',
    'Nothing: what has been decided stands',
  ),
  APPLICATION_RECEIVED: said('Søknaden er sendt på nytt', 'Søknaden er send på nytt', 'The application is sent again'),
};

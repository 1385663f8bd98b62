import { type Said, said } from '@kull/http';
import type { ParticipantCode } from '../commands/import-participants';

/** What is said of a row of a class list that was not taken in. */
export const participantMessages: Readonly<Record<ParticipantCode, Said>> = {
  INVALID_STUDENT_NO: said(
    'Studentnummeret mangler eller er for langt',
    'Studentnummeret manglar eller er for langt',
    'The student number is missing or too long',
  ),
  DUPLICATE_STUDENT_NO: said(
    'Studentnummeret står på en tidligere rad',
    'Studentnummeret står på ei tidlegare rad',
    'The student number is on an earlier row',
  ),
  MISSING_NAME: said('Navnet mangler', 'Namnet manglar', 'The name is missing'),
  INVALID_NATIONAL_ID: said(
    'Fødselsnummeret er ikke gyldig',
    'Fødselsnummeret er ikkje gyldig',
    'The national identity number is not valid',
  ),
  INVALID_PARTICIPANT_STATUS: said(
    'Deltakerstatus mangler eller er for lang',
    'Deltakarstatus manglar eller er for lang',
    'The participant status is missing or too long',
  ),
  CLASS_FULL: said('Klassen er full', 'Klassen er full', 'The class is full'),
  ALREADY_ENROLLED: said(
    'Personen har plass i en klasse i samme program og opptak',
    'Personen har plass i ein klasse i same program og opptak',
    'The person has a place in a class of the same programme and intake',
  ),
  STUDENT_NO_TAKEN: said(
    'Studentnummeret tilhører en annen i kullet',
    'Studentnummeret høyrer til ein annan i kullet',
    'The student number belongs to somebody else in the cohort',
  ),
  ENROLMENT_DIFFERS: said(
    'Studentnummeret er meldt opp med andre opplysninger',
    'Studentnummeret er meldt opp med andre opplysningar',
    'The student number is enrolled with other information',
  ),
};

import { type InLanguages, inLanguage } from '../../kit/texts';

const texts: InLanguages<Readonly<Record<string, string>>> = {
  nb: {
    NAME_CHANGE: 'navn rettet',
    ATTENDANCE_RECOUNT: 'oppmøte talt på nytt',
    DATA_ERROR: 'feil i opplysningene',
    RESULT_CHANGED: 'resultatet er endret',
    FRAUD: 'juks',
    WRONG_PERSON: 'feil person',
    APPROVAL_WITHDRAWN: 'kursgodkjenningen er trukket',
    SUBJECT_REQUEST: 'innehaveren ba om det',
  },
  nn: {
    NAME_CHANGE: 'namn retta',
    ATTENDANCE_RECOUNT: 'oppmøte talt på nytt',
    DATA_ERROR: 'feil i opplysningane',
    RESULT_CHANGED: 'resultatet er endra',
    FRAUD: 'juks',
    WRONG_PERSON: 'feil person',
    APPROVAL_WITHDRAWN: 'kursgodkjenninga er trekt',
    SUBJECT_REQUEST: 'innehavaren bad om det',
  },
  en: {
    NAME_CHANGE: 'name corrected',
    ATTENDANCE_RECOUNT: 'attendance counted anew',
    DATA_ERROR: 'an error in the data',
    RESULT_CHANGED: 'the result was changed',
    FRAUD: 'fraud',
    WRONG_PERSON: 'wrong person',
    APPROVAL_WITHDRAWN: 'the course approval was withdrawn',
    SUBJECT_REQUEST: 'the holder asked for it',
  },
};

/** Why a certificate was replaced or revoked, in words. */
export const whyText = (code: string): string => inLanguage(texts)[code] ?? code;

const states = inLanguage({
  nb: { VALID: '✓ Gyldig', REPLACED: '↻ Erstattet, gyldig i ny versjon', REVOKED: '✗ Trukket tilbake' },
  nn: { VALID: '✓ Gyldig', REPLACED: '↻ Erstatta, gyldig i ny versjon', REVOKED: '✗ Trekt tilbake' },
  en: { VALID: '✓ Valid', REPLACED: '↻ Replaced, valid in a new version', REVOKED: '✗ Revoked' },
});

export type CertificateStanding = keyof typeof states;

export const standingText = (standing: CertificateStanding): string => states[standing];

/** What a certificate is now: valid as issued, valid in a later version, or revoked. */
export const standingOf = ({
  state,
  version,
}: {
  readonly state: 'VALID' | 'REVOKED';
  readonly version: number;
}): CertificateStanding => (state === 'REVOKED' ? 'REVOKED' : version > 1 ? 'REPLACED' : 'VALID');

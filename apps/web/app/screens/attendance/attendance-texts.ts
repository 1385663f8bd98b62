import type {
  ChangeReason,
  ExcuseCode,
  MarkSource,
  PresenceKind,
} from '../../../../../libs/attendance/src/domain/mark';
import { inLanguage } from '../../kit/texts';

type Words<Code extends string> = Readonly<Record<Code, string>>;

/** How a presence is said; its letter is the same in all three languages, as the keys are. */
export const presenceWords: Words<PresenceKind> = inLanguage({
  nb: { PRESENT: 'til stede', ABSENT: 'fravær', EXCUSED: 'gyldig fravær' },
  nn: { PRESENT: 'til stades', ABSENT: 'fråvær', EXCUSED: 'gyldig fråvær' },
  en: { PRESENT: 'present', ABSENT: 'absent', EXCUSED: 'excused' },
});
export const presenceLetters: Words<PresenceKind> = { PRESENT: 'P', ABSENT: 'F', EXCUSED: 'G' };

export const reasonWords: Words<ChangeReason> = inLanguage({
  nb: {
    WRONG_MARK: 'Feil merke',
    MISSED_MARK: 'Glemt merke',
    DEVICE_ERROR: 'Feil på enheten',
    NEW_INFORMATION: 'Nye opplysninger',
    OTHER: 'Annet',
  },
  nn: {
    WRONG_MARK: 'Feil merke',
    MISSED_MARK: 'Gløymt merke',
    DEVICE_ERROR: 'Feil på eininga',
    NEW_INFORMATION: 'Nye opplysningar',
    OTHER: 'Anna',
  },
  en: {
    WRONG_MARK: 'Wrong mark',
    MISSED_MARK: 'Missed mark',
    DEVICE_ERROR: 'Fault of the device',
    NEW_INFORMATION: 'New information',
    OTHER: 'Other',
  },
});

export const excuseWords: Words<ExcuseCode> = inLanguage({
  nb: { ILLNESS: 'Sykdom', CARE: 'Omsorg', WORK_DUTY: 'Vakt eller jobb', OTHER: 'Annet' },
  nn: { ILLNESS: 'Sjukdom', CARE: 'Omsorg', WORK_DUTY: 'Vakt eller jobb', OTHER: 'Anna' },
  en: { ILLNESS: 'Illness', CARE: 'Care', WORK_DUTY: 'Duty or work', OTHER: 'Other' },
});

export const sourceWords: Words<MarkSource> = inLanguage({
  nb: { LIST: 'lista', DOOR: 'døren', SELF: 'studenten selv', PAPER: 'papir', FILE: 'fil' },
  nn: { LIST: 'lista', DOOR: 'døra', SELF: 'studenten sjølv', PAPER: 'papir', FILE: 'fil' },
  en: { LIST: 'the list', DOOR: 'the door', SELF: 'the student', PAPER: 'paper', FILE: 'a file' },
});

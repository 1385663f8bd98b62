import { type LocalDate, writtenDay } from '@kull/kernel';
import type { EnrolmentEvent } from '@kull/teaching';
import { nothingToTell, type Texts, type WordsOf } from './words';

type Reason = Extract<EnrolmentEvent, { type: 'LeaveGranted' }>['data']['reasonClass'];

const reasons: Readonly<Record<Reason, Texts>> = {
  ILLNESS: { nb: 'sykdom', nn: 'sjukdom', en: 'illness' },
  PARENTAL_LEAVE: { nb: 'foreldrepermisjon', nn: 'foreldrepermisjon', en: 'parental leave' },
  WORK: { nb: 'arbeid', nn: 'arbeid', en: 'work' },
  FAMILY: { nb: 'familie', nn: 'familie', en: 'family' },
  NEW_JOB: { nb: 'ny jobb', nn: 'ny jobb', en: 'a new job' },
  PROGRAMME_NOT_SUITED: { nb: 'studiet passet ikke', nn: 'studiet passa ikkje', en: 'the programme did not suit' },
  OTHER: { nb: 'annet', nn: 'anna', en: 'other reasons' },
};

const until = (day: LocalDate | undefined): Texts =>
  day === undefined
    ? { nb: '', nn: '', en: '' }
    : {
        nb: `, tilbake ${writtenDay('nb', day)}`,
        nn: `, tilbake ${writtenDay('nn', day)}`,
        en: `, back on ${writtenDay('en', day)}`,
      };

/** What happened to somebody's place in a class. */
export const teachingWords: WordsOf<EnrolmentEvent> = {
  StudentEnrolled: ({ classCode, transferredFrom, restores }) => {
    if (restores)
      return {
        nb: `Flyttingen ble angret: går i ${classCode} som før`,
        nn: `Flyttinga vart angra: går i ${classCode} som før`,
        en: `The move was undone: is in ${classCode} as before`,
      };
    return transferredFrom
      ? {
          nb: `Kom til ${classCode} fra ${transferredFrom.classCode}`,
          nn: `Kom til ${classCode} frå ${transferredFrom.classCode}`,
          en: `Came to ${classCode} from ${transferredFrom.classCode}`,
        }
      : { nb: `Fikk plass i ${classCode}`, nn: `Fekk plass i ${classCode}`, en: `Got a place in ${classCode}` };
  },
  // What was undone is told where the place is again.
  StudentTransferred: ({ to, on, restores }) =>
    restores
      ? nothingToTell()
      : {
          nb: `Flyttet til ${to.classCode} fra ${writtenDay('nb', on)}`,
          nn: `Flytta til ${to.classCode} frå ${writtenDay('nn', on)}`,
          en: `Moved to ${to.classCode} from ${writtenDay('en', on)}`,
        },
  LeaveGranted: ({ from, until: back, reasonClass }) => {
    const end = until(back);
    return {
      nb: `Permisjon fra ${writtenDay('nb', from)}${end.nb} (${reasons[reasonClass].nb})`,
      nn: `Permisjon frå ${writtenDay('nn', from)}${end.nn} (${reasons[reasonClass].nn})`,
      en: `On leave from ${writtenDay('en', from)}${end.en} (${reasons[reasonClass].en})`,
    };
  },
  LeaveEnded: ({ on }) => ({
    nb: `Tilbake fra permisjon ${writtenDay('nb', on)}`,
    nn: `Tilbake frå permisjon ${writtenDay('nn', on)}`,
    en: `Back from leave on ${writtenDay('en', on)}`,
  }),
  StudentWithdrawn: ({ on, reasonClass }) => ({
    nb: `Sluttet ${writtenDay('nb', on)} (${reasons[reasonClass].nb})`,
    nn: `Slutta ${writtenDay('nn', on)} (${reasons[reasonClass].nn})`,
    en: `Withdrew on ${writtenDay('en', on)} (${reasons[reasonClass].en})`,
  }),
};

import { addDays, type Instant } from '@kull/kernel';
import type { Chance } from '../../data/chance';
import {
  type CorrectionKind,
  type CourseWish,
  type OnlineCourse,
  type Part,
  type Physician,
  type Receipt,
  rightNumber,
} from './online-course';
import { halfPast, someTime } from './some-time';

const APPROVED = 'admin-2';

/** What happens in a course after its last day, at times that differ from year to year. */
export const courseWishesOf = (
  course: number,
  { endsOn }: OnlineCourse,
  physicians: readonly Physician[],
  chance: Chance,
): readonly CourseWish[] => {
  const playing = (part: Part): Physician => physicians.find((one) => one.course === course && one.part === part)!;
  const someDay = (first: number, last: number): Instant =>
    someTime(addDays(endsOn, chance.between(first, last)), chance);
  const at = (day: number, hour: number): Instant => halfPast(addDays(endsOn, day), hour);
  const correct = (when: Instant, part: Part, what: CorrectionKind, value: string, approvedBy = ''): CourseWish => ({
    at: when,
    course,
    kind: 'correct',
    no: playing(part).no,
    what,
    value,
    approvedBy,
  });
  const receipt = (part: Part, ordinal: number, result: Receipt['result'], receivedAt: Instant): Receipt => ({
    no: playing(part).no,
    ordinal,
    result,
    receivedAt,
  });

  // In one night, so that the first of two letters is never sent.
  const renamed = chance.between(3, 9);
  const registered = chance.between(13, 18);
  const answered = at(14, chance.between(10, 19));
  return [
    { at: someDay(1, 1), course, kind: 'judge' },
    correct(at(renamed, chance.between(21, 23)), 'renamed', 'NAME_CHANGE', 'Testesen'),
    correct(at(renamed + 1, 5), 'renamed', 'NAME_CHANGE', 'Prøvesen'),
    correct(someDay(3, 10), 'recounted', 'ATTENDANCE', 'M7=6.0'),
    correct(someDay(33, 35), 'recounted', 'ATTENDANCE', 'M7=7.0'),
    correct(someDay(13, 20), 'lowered', 'ATTENDANCE', 'M6=0.0,M7=0.0,M8=0.0'),
    correct(someDay(22, 25), 'lowered', 'ATTENDANCE', 'M6=0.0,M7=0.0,M8=0.0', APPROVED),
    correct(someDay(3, 5), 'failed', 'RESULT', 'FAILED', APPROVED),
    correct(someDay(7, 9), 'failed', 'RESULT', 'PASSED'),
    correct(at(30, chance.between(5, 8)), 'failed', 'RESULT', 'FAILED', APPROVED),
    correct(someDay(4, 9), 'other number', 'HPR_NUMBER', rightNumber(playing('other number'))),
    correct(someDay(20, 24), 'too few hours', 'ATTENDANCE', 'M1=7.5,M2=7.5,M3=7.5'),
    // A letter that the mail server put off in the morning is about to be tried once more.
    correct(at(2, 12), 'without number', 'HPR_NUMBER', rightNumber(playing('without number'))),
    { at: at(registered, chance.between(21, 23)), course, kind: 'read register', now: [playing('unknown number').no] },
    correct(at(registered + 1, 5), 'unknown number', 'NAME_CHANGE', 'Testesen'),

    { at: someDay(11, 11), course, kind: 'export' },
    {
      at: answered,
      course,
      kind: 'receive',
      delivery: 1,
      receipts: [
        receipt('recounted', 1, 'REJECTED', answered),
        receipt('renamed', 1, 'REJECTED', answered),
        receipt('failed', 2, 'REJECTED', answered),
        receipt('other number', 2, 'REJECTED', answered),
        receipt('lowered', 1, 'ACCEPTED', answered),
        receipt('without number', 1, 'ACCEPTED', answered),
      ],
    },
    {
      at: at(14, 20),
      course,
      kind: 'receive',
      delivery: 1,
      // What the receiver says it knew last counts, in whatever order it comes.
      receipts: [
        receipt('renamed', 1, 'ACCEPTED', at(14, 20)),
        receipt('failed', 2, 'ACCEPTED', at(13, 20)),
        receipt('without number', 1, 'REJECTED', at(13, 20)),
      ],
    },
    { at: at(15, 5), course, kind: 'requeue', delivery: 1, no: playing('other number').no, ordinal: 2 },
    { at: at(31, chance.between(5, 8)), course, kind: 'export' },
    { at: someDay(38, 38), course, kind: 'export' },
  ];
};

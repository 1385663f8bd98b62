import type { Instant } from '@kull/kernel';
import type { Texts } from './words';

/** Something that happened to a person. */
export interface TimelineEvent {
  /** Of the last event that it tells of: unique, and newer is higher. */
  readonly position: number;
  readonly type: string;
  /** When it was true; `recordedAt`: when the service was told. */
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly text: Texts;
  /** Who did it, by the code that the log knows. */
  readonly by: string;
  /** Null: nothing is known of it. */
  readonly from: Texts | null;
  /** Of a transfer that can be undone: the student, in the class that was left. */
  readonly undo: StudentOfClass | null;
}

/** A student, as a class numbers them. */
export interface StudentOfClass {
  readonly classId: string;
  readonly studentNo: string;
}

/** Who did something. */
export interface TimelineActor {
  readonly code: string;
  /** The member of staff of that code; null: the person's own id, a program, or somebody who is no member of staff. */
  readonly name: string | null;
  readonly isThePerson: boolean;
}

export interface TimelineEntry extends Omit<TimelineEvent, 'by'> {
  readonly by: TimelineActor;
}

export interface Timeline {
  readonly data: readonly TimelineEntry[];
}

export const exampleTimeline: Timeline = {
  data: [
    {
      position: 48_213,
      type: 'AttendanceRecorded',
      at: '2027-02-16T08:00:00.000Z',
      recordedAt: '2027-02-16T08:00:01.204Z',
      text: {
        nb: 'Oppmøte: til stede, 2 økter',
        nn: 'Oppmøte: til stades, 2 økter',
        en: 'Attendance: present, 2 sessions',
      },
      by: { code: 'mli', name: 'Marit Lie', isThePerson: false },
      from: { nb: 'lista', nn: 'lista', en: 'the list' },
      undo: null,
    },
  ],
};

import type { AttendanceRecorded } from '@kull/attendance';
import type { Recorded } from '@kull/event-store';
import { localDateInOslo } from '@kull/kernel';
import { admissionsWords } from './admissions-words';
import { absenceWords, marksInWords, type Presence, registerWords, standingWords } from './attendance-words';
import { contactWords } from './contact-words';
import { certificateWords, creditsWords } from './credits-words';
import { sourceInWords } from './sources';
import { teachingWords } from './teaching-words';
import type { TimelineEvent } from './timeline-view';
import type { Texts } from './words';

type Words = (data: object) => Texts | undefined;

/** By type: the names of events are unique in the house. */
const words = new Map(
  Object.entries({
    ...admissionsWords,
    ...teachingWords,
    ...standingWords,
    ...absenceWords,
    ...registerWords,
    ...creditsWords,
    ...certificateWords,
    ...contactWords,
  } as Readonly<Record<string, Words>>),
);

/** What people call the parts and assessments of a course, by code. */
export type Titles = ReadonlyMap<string, string>;

/** The data of an event with titles in place of codes. */
const withTitles = (data: object, titles: Titles): object => {
  const named = Object.entries(data).filter(([key]) => key === 'part' || key === 'assessment');
  return { ...data, ...Object.fromEntries(named.map(([key, code]) => [key, titles.get(String(code)) ?? code])) };
};

const told = (
  { position, type, data, occurredAt, recordedAt, metadata }: Recorded,
  titles: Titles,
): readonly TimelineEvent[] => {
  const text = words.get(type)?.(withTitles(data, titles));
  if (!text) return [];
  const from = sourceInWords(metadata.source);
  return [{ position, type, at: occurredAt, recordedAt, text, by: metadata.actor, from, undo: null }];
};

const isMark = (event: Recorded): event is Recorded<AttendanceRecorded> => event.type === 'AttendanceRecorded';

interface Marks {
  readonly presence: Presence;
  readonly first: Recorded<AttendanceRecorded>;
  readonly last: Recorded<AttendanceRecorded>;
  readonly count: number;
}

const presenceOf = ({ presence, halfHours }: AttendanceRecorded['data']): Presence =>
  presence ?? (halfHours > 0 ? 'PRESENT' : 'ABSENT');

/** Marks of one day that say the same, by the same observer from the same place, are told together. */
const marksTold = (marks: readonly Recorded<AttendanceRecorded>[]): readonly TimelineEvent[] => {
  const groups = new Map<string, Marks>();
  for (const mark of marks) {
    const { observedBy, observedAt, source } = mark.data;
    const presence = presenceOf(mark.data);
    const key = [localDateInOslo(observedAt), presence, observedBy, source ?? mark.metadata.source].join(' ');
    const before = groups.get(key);
    groups.set(key, { presence, first: before?.first ?? mark, last: mark, count: (before?.count ?? 0) + 1 });
  }
  return [...groups.values()].map(({ presence, first, last, count }) => ({
    position: last.position,
    type: last.type,
    at: first.data.observedAt,
    recordedAt: last.recordedAt,
    text: marksInWords(presence, count),
    by: first.data.observedBy,
    from: sourceInWords(first.data.source ?? first.metadata.source),
    undo: null,
  }));
};

/** The events of registers that are about one student. */
export const aboutStudent = (events: readonly Recorded[], studentNo: string): readonly Recorded[] =>
  events.filter(({ data }) => 'studentNo' in data && data.studentNo === studentNo);

/** What happened, the newest first. */
export const timelineOf = (events: readonly Recorded[], titles: Titles): readonly TimelineEvent[] => {
  const inOrder = [...events].sort((one, other) => one.position - other.position);
  return [
    ...inOrder.filter((one) => !isMark(one)).flatMap((one) => told(one, titles)),
    ...marksTold(inOrder.filter(isMark)),
  ].sort((one, other) => (one.at === other.at ? other.position - one.position : one.at < other.at ? 1 : -1));
};

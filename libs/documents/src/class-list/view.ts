import { inOslo, type LocalDate, writtenDay } from '@kull/kernel';
import type { ClassListContent } from './content';

/** What the template lays out: finished texts, no decisions left. */
export interface ClassListView {
  readonly documentTitle: string;
  readonly programme: string;
  readonly title: string;
  readonly subtitle: string;
  readonly count: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly made: string;
}

const weekdays = ['søn.', 'man.', 'tir.', 'ons.', 'tor.', 'fre.', 'lør.'];

const dayText = (day: LocalDate): string => writtenDay('nb', day);

const periodText = (from: LocalDate, to: LocalDate): string =>
  from === to ? dayText(from) : `${dayText(from)} – ${dayText(to)}`;

/** `man. 07.09.`, `kl. 09:00`, title: which of the boxes is signed now. */
const sessionText = ({ title, startsAt }: ClassListContent['sessions'][number]): string => {
  const { date, time } = inOslo(startsAt);
  const weekday = weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()]!;
  return `${weekday} ${date.slice(8)}.${date.slice(5, 7)}.\nkl. ${time.slice(0, 5)}\n${title}`;
};

const countText = (lines: ClassListContent['lines']): string => {
  const guests = lines.filter(({ guestFrom }) => guestFrom !== undefined).length;
  const students = lines.length - guests;
  const told = `${students} ${students === 1 ? 'student' : 'studenter'}`;
  return guests === 0 ? told : `${told} og ${guests} ${guests === 1 ? 'gjest' : 'gjester'}`;
};

/** Content in the words, dates and order of the page. */
export const classListView = (content: ClassListContent): ClassListView => {
  const { programme, classCode, site, gathering, sessions, lines, madeAt } = content;
  const made = inOslo(madeAt);
  return {
    documentTitle: `Klasseliste ${classCode}, samling ${gathering.number}`,
    programme,
    title: `Klasseliste ${classCode}, ${site}`,
    subtitle: `Samling ${gathering.number}: ${gathering.title} · ${periodText(gathering.startsOn, gathering.endsOn)} · ${gathering.venue}`,
    count: countText(lines),
    header: ['Nr.', 'Navn', 'Studentnummer', ...sessions.map(sessionText)],
    rows: lines.map(({ name, studentNo, guestFrom }, i) => [
      String(i + 1),
      guestFrom === undefined ? name : `${name}\ngjest fra ${guestFrom}`,
      studentNo,
      ...sessions.map(() => ''),
    ]),
    made: `Laget ${dayText(made.date)} kl. ${made.time.slice(0, 5)}`,
  };
};

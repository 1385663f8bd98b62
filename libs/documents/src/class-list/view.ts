import { type InLanguages, inOslo, type Language, type LocalDate, writtenDay, writtenWeekday } from '@kull/kernel';
import type { ClassListContent } from './content';

/** What the template lays out: finished texts, no decisions left. */
export interface ClassListView {
  readonly language: Language;
  readonly documentTitle: string;
  readonly programme: string;
  readonly title: string;
  readonly subtitle: string;
  readonly count: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly made: string;
  /** `Side`, then the number, then what stands before how many there are. */
  readonly page: readonly [before: string, between: string];
}

interface Words {
  readonly list: string;
  readonly gathering: string;
  readonly students: (count: number) => string;
  readonly guests: (count: number) => string;
  readonly and: string;
  readonly number: string;
  readonly name: string;
  readonly studentNumber: string;
  readonly guestOf: (classCode: string) => string;
  readonly at: string;
  readonly made: (when: string) => string;
  readonly page: ClassListView['page'];
}

const words: InLanguages<Words> = {
  nb: {
    list: 'Klasseliste',
    gathering: 'Samling',
    students: (count) => `${count} ${count === 1 ? 'student' : 'studenter'}`,
    guests: (count) => `${count} ${count === 1 ? 'gjest' : 'gjester'}`,
    and: 'og',
    number: 'Nr.',
    name: 'Navn',
    studentNumber: 'Studentnummer',
    guestOf: (classCode) => `gjest fra ${classCode}`,
    at: 'kl.',
    made: (when) => `Laget ${when}`,
    page: ['Side', 'av'],
  },
  nn: {
    list: 'Klasseliste',
    gathering: 'Samling',
    students: (count) => `${count} ${count === 1 ? 'student' : 'studentar'}`,
    guests: (count) => `${count} ${count === 1 ? 'gjest' : 'gjester'}`,
    and: 'og',
    number: 'Nr.',
    name: 'Namn',
    studentNumber: 'Studentnummer',
    guestOf: (classCode) => `gjest frå ${classCode}`,
    at: 'kl.',
    made: (when) => `Laga ${when}`,
    page: ['Side', 'av'],
  },
  en: {
    list: 'Class list',
    gathering: 'Gathering',
    students: (count) => `${count} ${count === 1 ? 'student' : 'students'}`,
    guests: (count) => `${count} ${count === 1 ? 'guest' : 'guests'}`,
    and: 'and',
    number: 'No.',
    name: 'Name',
    studentNumber: 'Student number',
    guestOf: (classCode) => `guest from ${classCode}`,
    at: 'at',
    made: (when) => `Made ${when}`,
    page: ['Page', 'of'],
  },
};

const periodText = (from: LocalDate, to: LocalDate, language: Language): string =>
  from === to ? writtenDay(language, from) : `${writtenDay(language, from)} – ${writtenDay(language, to)}`;

/** `man. 07.09.`, `kl. 09:00`, title: which of the boxes is signed now. */
const sessionText = ({ title, startsAt }: ClassListContent['sessions'][number], language: Language): string => {
  const { date, time } = inOslo(startsAt);
  const weekday = writtenWeekday(language, date).slice(0, 3);
  const day = language === 'en' ? `${date.slice(8)}/${date.slice(5, 7)}` : `${date.slice(8)}.${date.slice(5, 7)}.`;
  return `${weekday}${language === 'en' ? '' : '.'} ${day}\n${words[language].at} ${time.slice(0, 5)}\n${title}`;
};

const countText = (lines: ClassListContent['lines'], { students: tell, guests: tellGuests, and }: Words): string => {
  const guests = lines.filter(({ guestFrom }) => guestFrom !== undefined).length;
  const told = tell(lines.length - guests);
  return guests === 0 ? told : `${told} ${and} ${tellGuests(guests)}`;
};

/** Content in the words, dates and order of the page. */
export const classListView = (content: ClassListContent, language: Language): ClassListView => {
  const { programme, classCode, site, gathering, sessions, lines, madeAt } = content;
  const say = words[language];
  const made = inOslo(madeAt);
  const period = periodText(gathering.startsOn, gathering.endsOn, language);
  return {
    language,
    documentTitle: `${say.list} ${classCode}, ${say.gathering.toLowerCase()} ${gathering.number}`,
    programme,
    title: `${say.list} ${classCode}, ${site}`,
    subtitle: `${say.gathering} ${gathering.number}: ${gathering.title} · ${period} · ${gathering.venue}`,
    count: countText(lines, say),
    header: [say.number, say.name, say.studentNumber, ...sessions.map((session) => sessionText(session, language))],
    rows: lines.map(({ name, studentNo, guestFrom }, i) => [
      String(i + 1),
      guestFrom === undefined ? name : `${name}\n${say.guestOf(guestFrom)}`,
      studentNo,
      ...sessions.map(() => ''),
    ]),
    made: say.made(`${writtenDay(language, made.date)} ${say.at} ${made.time.slice(0, 5)}`),
    page: say.page,
  };
};

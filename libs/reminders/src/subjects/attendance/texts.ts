import type { AwardWithAttendance } from '@kull/attendance/contracts/said';
import type { LetterLanguage } from '@kull/mail/contracts';
import { paragraph, type Texts, terms } from '../wording/parts';

/** What the letters on attendance need to know. Hours of the whole course, in steps of half an hour. */
export type AttendanceFacts = {
  readonly classCode: string;
  readonly award: AwardWithAttendance;
  /** Whether it can still be enough. */
  readonly isPossible: boolean;
  readonly requiredHours: number;
  readonly totalHours: number;
  readonly attendedHours: number;
  readonly openHours: number;
  readonly leftToLoseHours: number;
};

const awards: Readonly<Record<LetterLanguage, Readonly<Record<AwardWithAttendance, string>>>> = {
  nb: { ectsCredits: 'studiepoeng', coursePoints: 'kurspoeng' },
  nn: { ectsCredits: 'studiepoeng', coursePoints: 'kurspoeng' },
  en: { ectsCredits: 'ECTS credits', coursePoints: 'course points' },
};

const hours = (language: LetterLanguage, value: number): string =>
  language === 'en' ? String(value) : String(value).replace('.', ',');

/** The subject says nothing of how it stands: it shows on locked screens. */
export const attendanceTexts: Texts<AttendanceFacts> = {
  nb: (facts) => {
    const award = awards.nb[facts.award];
    const h = (value: number) => hours('nb', value);
    return {
      subject: `Om timene dine i klasse ${facts.classCode}`,
      parts: facts.isPossible
        ? [
            paragraph(
              `Du kan være borte i ${h(facts.leftToLoseHours)} timer til. Er du borte mer enn det, får du ikke ${award}.`,
            ),
            terms(
              ['Krav', `${h(facts.requiredHours)} av ${h(facts.totalHours)} timer`],
              ['Du har vært til stede', `${h(facts.attendedHours)} timer`],
              ['Igjen', `${h(facts.openHours)} timer`],
            ),
            paragraph(
              'Møt på alle øktene som er igjen. Har du gått glipp av en samling, kan du kanskje ta den igjen i en annen klasse. Spør kursadministrasjonen så snart du kan.',
            ),
          ]
        : [
            paragraph(
              `Du kan ikke lenger få ${award}, fordi du har vært borte for mye. Kravet er ikke mulig å nå, selv om du møter på alt som er igjen.`,
            ),
            terms(
              ['Krav', `${h(facts.requiredHours)} av ${h(facts.totalHours)} timer`],
              ['Du har vært til stede', `${h(facts.attendedHours)} timer`],
              ['Igjen', `${h(facts.openHours)} timer`],
            ),
            paragraph(
              'Snakk med kursadministrasjonen så snart du kan. De kan si om du kan ta igjen en samling i en annen klasse, eller om noe er ført feil.',
            ),
          ],
    };
  },
  nn: (facts) => {
    const award = awards.nn[facts.award];
    const h = (value: number) => hours('nn', value);
    return {
      subject: `Om timane dine i klasse ${facts.classCode}`,
      parts: facts.isPossible
        ? [
            paragraph(
              `Du kan vere borte i ${h(facts.leftToLoseHours)} timar til. Er du borte meir enn det, får du ikkje ${award}.`,
            ),
            terms(
              ['Krav', `${h(facts.requiredHours)} av ${h(facts.totalHours)} timar`],
              ['Du har vore til stades', `${h(facts.attendedHours)} timar`],
              ['Att', `${h(facts.openHours)} timar`],
            ),
            paragraph(
              'Møt på alle øktene som er att. Har du gått glipp av ei samling, kan du kanskje ta ho igjen i ein annan klasse. Spør kursadministrasjonen så snart du kan.',
            ),
          ]
        : [
            paragraph(
              `Du kan ikkje lenger få ${award}, fordi du har vore borte for mykje. Kravet er ikkje mogleg å nå, sjølv om du møter på alt som er att.`,
            ),
            terms(
              ['Krav', `${h(facts.requiredHours)} av ${h(facts.totalHours)} timar`],
              ['Du har vore til stades', `${h(facts.attendedHours)} timar`],
              ['Att', `${h(facts.openHours)} timar`],
            ),
            paragraph(
              'Snakk med kursadministrasjonen så snart du kan. Dei kan seie om du kan ta igjen ei samling i ein annan klasse, eller om noko er ført feil.',
            ),
          ],
    };
  },
  en: (facts) => {
    const award = awards.en[facts.award];
    const h = (value: number) => hours('en', value);
    return {
      subject: `About your hours in class ${facts.classCode}`,
      parts: facts.isPossible
        ? [
            paragraph(
              `You can be away for ${h(facts.leftToLoseHours)} more hours. If you miss more, you get no ${award}.`,
            ),
            terms(
              ['Required', `${h(facts.requiredHours)} of ${h(facts.totalHours)} hours`],
              ['You have attended', `${h(facts.attendedHours)} hours`],
              ['Left', `${h(facts.openHours)} hours`],
            ),
            paragraph(
              'Attend every session that is left. If you missed a gathering, you may be able to make it up in another class. Ask the course administration as soon as you can.',
            ),
          ]
        : [
            paragraph(
              `You can no longer get ${award}, because you have been away too much. The requirement is out of reach even if you attend all that is left.`,
            ),
            terms(
              ['Required', `${h(facts.requiredHours)} of ${h(facts.totalHours)} hours`],
              ['You have attended', `${h(facts.attendedHours)} hours`],
              ['Left', `${h(facts.openHours)} hours`],
            ),
            paragraph(
              'Talk to the course administration as soon as you can. They can say whether you may make up a gathering in another class, or whether something was recorded wrongly.',
            ),
          ],
    };
  },
};

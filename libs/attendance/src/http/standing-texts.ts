import { type HalfHours, hoursText, type InLanguages, type Language, writtenDay } from '@kull/kernel';
import type { Standing } from '../domain/attendance-standing';
import type { CountedIn } from '../domain/counted-in';
import type { StandingOption } from '../domain/standing-options';

interface Words {
  readonly hours: (count: string, isOne: boolean) => string;
  readonly halfDays: (count: number) => string;
  /** One whole of what attendance is counted in. */
  readonly whole: Readonly<Record<CountedIn, string>>;
  readonly enough: string;
  readonly enoughForGood: string;
  readonly mayMiss: (howMuch: string) => string;
  readonly mayMissButNone: (howMuch: string, whole: string) => string;
  readonly allThatIsLeft: string;
  readonly outOfReach: (missing: string) => string;
  readonly makeUp: (gathering: number, classCode: string, day: string) => string;
  readonly gives: (regained: string) => string;
  readonly notEnough: string;
  readonly attendHalfDays: (howMany: string) => string;
  readonly attendSessions: (count: number) => string;
  readonly talk: string;
}

const words: InLanguages<Words> = {
  nb: {
    hours: (count, isOne) => `${count} ${isOne ? 'time' : 'timer'}`,
    halfDays: (count) => `${count} ${count === 1 ? 'halvdag' : 'halvdager'}`,
    whole: { HALF_DAYS: 'en hel halvdag', HOURS: 'en hel økt' },
    enough: 'Har nok oppmøte',
    enoughForGood: 'Har nok oppmøte, uansett hva som skjer videre',
    mayMiss: (howMuch) => `Kan være borte ${howMuch} til`,
    mayMissButNone: (howMuch, whole) => `Kan være borte ${howMuch} til, men ikke ${whole}`,
    allThatIsLeft: 'Må være med på alt som er igjen',
    outOfReach: (missing) => `Når ikke kravet: mangler ${missing} selv med alt som er igjen`,
    makeUp: (gathering, classCode, day) => `Ta igjen samling ${gathering} i ${classCode} fra ${day}`,
    gives: (regained) => `gir inntil ${regained}`,
    notEnough: 'men det er ikke nok alene',
    attendHalfDays: (howMany) => `Vær med på ${howMany} som er igjen`,
    attendSessions: (count) =>
      count === 1 ? 'Vær med på den økten som er igjen' : `Vær med på de ${count} øktene som er igjen`,
    talk: 'Snakk med kurskoordinatoren',
  },
  nn: {
    hours: (count, isOne) => `${count} ${isOne ? 'time' : 'timar'}`,
    halfDays: (count) => `${count} ${count === 1 ? 'halvdag' : 'halvdagar'}`,
    whole: { HALF_DAYS: 'ein heil halvdag', HOURS: 'ei heil økt' },
    enough: 'Har nok oppmøte',
    enoughForGood: 'Har nok oppmøte, uansett kva som skjer vidare',
    mayMiss: (howMuch) => `Kan vere borte ${howMuch} til`,
    mayMissButNone: (howMuch, whole) => `Kan vere borte ${howMuch} til, men ikkje ${whole}`,
    allThatIsLeft: 'Må vere med på alt som er igjen',
    outOfReach: (missing) => `Når ikkje kravet: manglar ${missing} sjølv med alt som er igjen`,
    makeUp: (gathering, classCode, day) => `Ta igjen samling ${gathering} i ${classCode} frå ${day}`,
    gives: (regained) => `gir inntil ${regained}`,
    notEnough: 'men det er ikkje nok åleine',
    attendHalfDays: (howMany) => `Ver med på ${howMany} som er igjen`,
    attendSessions: (count) =>
      count === 1 ? 'Ver med på den økta som er igjen' : `Ver med på dei ${count} øktene som er igjen`,
    talk: 'Snakk med kurskoordinatoren',
  },
  en: {
    hours: (count, isOne) => `${count} ${isOne ? 'hour' : 'hours'}`,
    halfDays: (count) => `${count} ${count === 1 ? 'half-day' : 'half-days'}`,
    whole: { HALF_DAYS: 'a whole half-day', HOURS: 'a whole session' },
    enough: 'Has enough attendance',
    enoughForGood: 'Has enough attendance, whatever happens from now on',
    mayMiss: (howMuch) => `May miss ${howMuch} more`,
    mayMissButNone: (howMuch, whole) => `May miss ${howMuch} more, but not ${whole}`,
    allThatIsLeft: 'Must attend all that is left',
    outOfReach: (missing) => `Cannot meet the requirement: lacks ${missing} even with all that is left`,
    makeUp: (gathering, classCode, day) => `Make up gathering ${gathering} in ${classCode} from ${day}`,
    gives: (regained) => `gives up to ${regained}`,
    notEnough: 'but that is not enough alone',
    attendHalfDays: (howMany) => `Attend the ${howMany} left`,
    attendSessions: (count) => (count === 1 ? 'Attend the one session left' : `Attend the ${count} sessions left`),
    talk: 'Talk to the course coordinator',
  },
};

/** Hours as people read them: `7,5`, in English `7.5`, and `8`. */
const hoursInWords = (halfHours: HalfHours, language: Language): string => {
  const count = hoursText(halfHours).replace('.0', '');
  return words[language].hours(language === 'en' ? count : count.replace('.', ','), halfHours === 2);
};

/** How much more can be missed, in words: «kan være borte 4 halvdager til». */
export const leftInWords = (
  { status, leftToLose, sessionsLeftToLose, open, required, possible }: Standing,
  countedIn: CountedIn,
  language: Language,
): string => {
  const say = words[language];
  switch (status) {
    case 'MET':
      return open === 0 ? say.enough : say.enoughForGood;
    case 'SAFE':
      return say.mayMiss(
        countedIn === 'HALF_DAYS' ? say.halfDays(sessionsLeftToLose) : hoursInWords(leftToLose, language),
      );
    case 'AT_RISK':
      return leftToLose === 0
        ? say.allThatIsLeft
        : say.mayMissButNone(hoursInWords(leftToLose, language), say.whole[countedIn]);
    case 'IMPOSSIBLE':
      return say.outOfReach(hoursInWords(required - possible, language));
  }
};

/** What can be done, in words. */
export const optionInWords = (option: StandingOption, countedIn: CountedIn, language: Language): string => {
  const say = words[language];
  switch (option.kind) {
    case 'MAKE_UP': {
      const { gathering, classCode, startsOn, regained, isEnough } = option;
      const gives = say.gives(hoursInWords(regained, language));
      const makeUp = say.makeUp(gathering, classCode, writtenDay(language, startsOn));
      return `${makeUp}: ${gives}${isEnough ? '' : `, ${say.notEnough}`}`;
    }
    case 'ATTEND_ALL':
      return countedIn === 'HALF_DAYS'
        ? say.attendHalfDays(say.halfDays(option.sessions))
        : say.attendSessions(option.sessions);
    case 'TALK_TO_COORDINATOR':
      return say.talk;
  }
};

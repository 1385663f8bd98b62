import { type HalfHours, hoursText, type LocalDate } from '@kull/kernel';
import type { Standing } from '../domain/attendance-standing';
import type { CountedIn } from '../domain/counted-in';
import type { StandingOption } from '../domain/standing-options';

/** Hours as people read them: `7,5`, `8`. */
const hours = (halfHours: HalfHours): string => hoursText(halfHours).replace('.0', '').replace('.', ',');

const hoursInWords = (halfHours: HalfHours): string => `${hours(halfHours)} ${halfHours === 2 ? 'time' : 'timer'}`;

const halfDaysInWords = (count: number): string => `${count} ${count === 1 ? 'halvdag' : 'halvdager'}`;

/** How much more can be missed, in words: «kan være borte 4 halvdager til». */
export const leftInWords = (
  { status, leftToLose, sessionsLeftToLose, open, required, possible }: Standing,
  countedIn: CountedIn,
): string => {
  switch (status) {
    case 'MET':
      return open === 0 ? 'Har nok oppmøte' : 'Har nok oppmøte, uansett hva som skjer videre';
    case 'SAFE':
      return countedIn === 'HALF_DAYS'
        ? `Kan være borte ${halfDaysInWords(sessionsLeftToLose)} til`
        : `Kan være borte ${hoursInWords(leftToLose)} til`;
    case 'AT_RISK':
      return leftToLose === 0
        ? 'Må være med på alt som er igjen'
        : `Kan være borte ${hoursInWords(leftToLose)} til, men ikke en hel ${countedIn === 'HALF_DAYS' ? 'halvdag' : 'økt'}`;
    case 'IMPOSSIBLE':
      return `Når ikke kravet: mangler ${hoursInWords(required - possible)} selv med alt som er igjen`;
  }
};

const longDay = new Intl.DateTimeFormat('nb-NO', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A day as people read it: `1. mars 2027`. */
export const dayInWords = (date: LocalDate): string => longDay.format(new Date(`${date}T00:00:00Z`));

/** What can be done, in words. */
export const optionInWords = (option: StandingOption, countedIn: CountedIn): string => {
  switch (option.kind) {
    case 'MAKE_UP': {
      const { gathering, classCode, startsOn, regained, isEnough } = option;
      const gives = `gir inntil ${hoursInWords(regained)}${isEnough ? '' : ', men det er ikke nok alene'}`;
      return `Ta igjen samling ${gathering} i ${classCode} fra ${dayInWords(startsOn)}: ${gives}`;
    }
    case 'ATTEND_ALL': {
      if (countedIn === 'HALF_DAYS') return `Vær med på ${halfDaysInWords(option.sessions)} som er igjen`;
      return option.sessions === 1
        ? 'Vær med på den økten som er igjen'
        : `Vær med på de ${option.sessions} øktene som er igjen`;
    }
    case 'TALK_TO_COORDINATOR':
      return 'Snakk med kurskoordinatoren';
  }
};

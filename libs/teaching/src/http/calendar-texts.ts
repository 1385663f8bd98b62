import type { Language } from '@kull/people';

/** What a calendar says besides the names of things. */
export interface CalendarTexts {
  readonly gathering: (number: number) => string;
  readonly halfDay: (day: number, half: 'FORENOON' | 'AFTERNOON') => string;
  readonly class: (code: string) => string;
  readonly online: string;
  readonly guest: string;
  /** What stands before the title: some programs do not show STATUS. */
  readonly cancelled: string;
  readonly dropped: string;
}

export const calendarTexts: Readonly<Record<Language, CalendarTexts>> = {
  nb: {
    gathering: (number) => `Samling ${number}`,
    halfDay: (day, half) => `dag ${day} ${half === 'FORENOON' ? 'formiddag' : 'ettermiddag'}`,
    class: (code) => `Klasse ${code}`,
    online: 'På nett',
    guest: 'Du tar igjen samlingen som gjest i denne klassen.',
    cancelled: 'Avlyst',
    dropped: 'Gjelder ikke lenger',
  },
  nn: {
    gathering: (number) => `Samling ${number}`,
    halfDay: (day, half) => `dag ${day} ${half === 'FORENOON' ? 'føremiddag' : 'ettermiddag'}`,
    class: (code) => `Klasse ${code}`,
    online: 'På nett',
    guest: 'Du tek igjen samlinga som gjest i denne klassen.',
    cancelled: 'Avlyst',
    dropped: 'Gjeld ikkje lenger',
  },
  en: {
    gathering: (number) => `Gathering ${number}`,
    halfDay: (day, half) => `day ${day} ${half === 'FORENOON' ? 'morning' : 'afternoon'}`,
    class: (code) => `Class ${code}`,
    online: 'Online',
    guest: 'You make up this gathering as a guest of this class.',
    cancelled: 'Cancelled',
    dropped: 'No longer applies',
  },
};

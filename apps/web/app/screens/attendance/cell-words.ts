import { clockTime, number, shortDay } from '../../kit/dates';
import { inLanguage } from '../../kit/texts';
import type { RegisterSummary } from './attendance-queries';
import { presenceLetters, presenceWords, reasonWords, sourceWords } from './attendance-texts';
import type { Cell } from './grid-model';

const t = inLanguage({
  nb: {
    morning: 'f',
    afternoon: 'e',
    unmarked: 'ikke merket',
    notExpected: 'ikke ventet',
    onLeave: 'i permisjon',
    late: (hours: string) => `${hours} t sent`,
    early: (hours: string) => `${hours} t tidlig`,
    disputed: 'uenighet',
    markedBy: 'merket av',
    from: 'fra',
    changedBy: 'endret av',
    settledBy: 'avgjort av',
  },
  nn: {
    morning: 'f',
    afternoon: 'e',
    unmarked: 'ikkje merkt',
    notExpected: 'ikkje venta',
    onLeave: 'i permisjon',
    late: (hours: string) => `${hours} t seint`,
    early: (hours: string) => `${hours} t tidleg`,
    disputed: 'usemje',
    markedBy: 'merkt av',
    from: 'frå',
    changedBy: 'endra av',
    settledBy: 'avgjort av',
  },
  en: {
    morning: 'am',
    afternoon: 'pm',
    unmarked: 'not marked',
    notExpected: 'not expected',
    onLeave: 'on leave',
    late: (hours: string) => `${hours} h late`,
    early: (hours: string) => `left ${hours} h early`,
    disputed: 'disagreement',
    markedBy: 'marked by',
    from: 'from',
    changedBy: 'changed by',
    settledBy: 'settled by',
  },
});

const dayOf = (instant: string): string => new Date(instant).toLocaleDateString('en-CA', { timeZone: 'Europe/Oslo' });

/** The head of a column: `23. f`, and the whole of it for who reads on. */
export const sessionHead = ({ startsAt, title }: Pick<RegisterSummary, 'startsAt' | 'title'>) => {
  const half = clockTime(startsAt) < '12' ? t.morning : t.afternoon;
  const day = shortDay(dayOf(startsAt));
  return { short: `${day} ${half}`, long: `${day}, ${clockTime(startsAt)} ${title}` };
};

/** What a cell holds: a letter for the eye, words for the ear. */
export const cellFace = ({ line }: Cell): { readonly letter: string; readonly word: string } => {
  if (!line) return { letter: '·', word: t.notExpected };
  const { counts, conflict, onLeave } = line;
  const about = [conflict && t.disputed, onLeave && t.onLeave].filter(Boolean);
  if (!counts) return { letter: onLeave ? '(–)' : '–', word: [t.unmarked, ...about].join(', ') };
  const shorter = counts.lateHours + counts.leftEarlyHours > 0;
  return {
    letter: `${presenceLetters[counts.presence]}${shorter ? '½' : ''}${conflict ? ' ⚠' : ''}`,
    word: [presenceWords[counts.presence], ...about].join(', '),
  };
};

const hoursOf = ({ lateHours, leftEarlyHours }: { lateHours: number; leftEarlyHours: number }): readonly string[] => [
  ...(lateHours > 0 ? [t.late(number(lateHours))] : []),
  ...(leftEarlyHours > 0 ? [t.early(number(leftEarlyHours))] : []),
];

/** Everything that was said of a cell, in order: who recorded it, when and from which device, and each change. */
export const cellHistory = ({ line }: Cell, nameOf: (code: string) => string): readonly string[] => {
  if (!line) return [t.notExpected];
  const at = (instant: string): string => `${shortDay(dayOf(instant))} ${clockTime(instant)}`;
  const marks = line.marks.map(
    (mark) =>
      `${[presenceWords[mark.presence], ...hoursOf(mark)].join(', ')}, ${t.markedBy} ${nameOf(mark.observedBy)} ${at(mark.observedAt)}, ${t.from} ${sourceWords[mark.source]}${mark.device ? ` (${mark.device})` : ''}`,
  );
  const changes = line.changes.map((change) => {
    const by = change.kind === 'SETTLED' ? t.settledBy : t.changedBy;
    const why = [change.reasonClass && reasonWords[change.reasonClass], change.reason].filter(Boolean).join(': ');
    return `${[presenceWords[change.presence], ...hoursOf(change)].join(', ')}, ${by} ${nameOf(change.by)} ${at(change.at)}${why ? ` (${why})` : ''}`;
  });
  const all = [...marks, ...changes];
  return all.length > 0 ? all : [t.unmarked];
};

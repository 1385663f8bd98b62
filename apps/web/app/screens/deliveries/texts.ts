import { type InLanguages, inLanguage } from '../../kit/texts';

const actionTexts = inLanguage({
  nb: { ADD: '+ ny', CORRECT: '↻ rettet', REVOKE: '✗ trukket' },
  nn: { ADD: '+ ny', CORRECT: '↻ retta', REVOKE: '✗ trekt' },
  en: { ADD: '+ new', CORRECT: '↻ corrected', REVOKE: '✗ revoked' },
});

/** What a line does at the receiver. */
export const actionText = (action: string): string => actionTexts[action as keyof typeof actionTexts] ?? action;

const stateTexts = inLanguage({
  nb: { SENT: '○ Uten svar', RECEIVED: '✓ Mottatt', REJECTED: '✗ Avvist', POSTED: '✓ Ført' },
  nn: { SENT: '○ Utan svar', RECEIVED: '✓ Motteke', REJECTED: '✗ Avvist', POSTED: '✓ Ført' },
  en: { SENT: '○ Unanswered', RECEIVED: '✓ Received', REJECTED: '✗ Rejected', POSTED: '✓ Posted' },
});

export type LineState = keyof typeof stateTexts;

/** What the receiver has said of a line. */
export const stateText = (state: LineState): string => stateTexts[state];

const columns: InLanguages<Readonly<Record<string, string>>> = {
  nb: {
    points: 'poeng',
    hpr_number: 'HPR-nummer',
    family_name: 'etternavn',
    given_names: 'fornavn',
    hours_attended: 'timer',
    status: 'status',
  },
  nn: {
    points: 'poeng',
    hpr_number: 'HPR-nummer',
    family_name: 'etternamn',
    given_names: 'førenamn',
    hours_attended: 'timar',
    status: 'status',
  },
  en: {
    points: 'points',
    hpr_number: 'HPR number',
    family_name: 'family name',
    given_names: 'given names',
    hours_attended: 'hours',
    status: 'status',
  },
};

/** A column of the delivery file, in words where it is one that people know. */
export const columnText = (column: string): string => inLanguage(columns)[column] ?? column;

/** `000018`, as the files are called. */
export const seqText = (seq: number): string => String(seq).padStart(6, '0');

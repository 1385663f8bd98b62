import { type ProblemsFor, said } from '@kull/http';
import type { Rejection } from '@kull/kernel';
import type { SheetRowRejection } from '../commands/import-sheet';
import { markMessages } from './problems';

/** How each refusal about a printed register is said over HTTP. */
export const sheetProblems = {
  CLASS_NOT_PLANNED: {
    status: 404,
    title: said('Klassen finnes ikke', 'Klassen finst ikkje', 'The class is not there'),
  },
  UNKNOWN_SESSION: {
    status: 404,
    title: said('Økten finnes ikke i klassen', 'Økta finst ikkje i klassen', 'The class has no such session'),
  },
} as const satisfies ProblemsFor<Rejection<'CLASS_NOT_PLANNED' | 'UNKNOWN_SESSION'>>;

const messages = {
  ...markMessages,
  DUPLICATE_ROW: 'Radkoden er ført lenger oppe i filen; den første gjelder',
  INVALID_PRESENCE: 'Skriv T (til stede), F (fravær) eller G (gyldig fravær); tom er ikke merket',
  INVALID_HOURS: 'Sent og tidlig er timer i steg på 0,5, høyst så lenge økten varer, og bare for den som var til stede',
  MARK_DIFFERS: 'Raden er ført før med annet innhold; endre oppmøtet i registeret',
} as const;

/** What is said of a typed row that was not taken in. */
export const sheetRowMessage = (row: SheetRowRejection): string => {
  if (row.code === 'UNKNOWN_ROW_CODE')
    return row.because === 'CHECK_CHARACTER'
      ? 'Radkoden er skrevet feil: kontrolltegnet stemmer ikke. Se på arket, og skriv den på nytt'
      : 'Radkoden står ikke på dette arket. Se etter at klassen er den rette';
  if (row.code === 'OTHER_SESSION') return `Radkoden hører til arket for ${row.session}. Send raden inn der`;
  if ('class' in row && row.class !== undefined) return `Hører til ${row.class}`;
  return messages[row.code];
};

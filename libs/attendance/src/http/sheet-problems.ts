import { type ProblemsFor, type Said, said } from '@kull/http';
import type { Rejection } from '@kull/kernel';
import type { SheetRowRejection } from '../commands/import-sheet';
import { belongsTo } from './door-problems';
import { markMessages } from './row-messages';

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
  DUPLICATE_ROW: said(
    'Radkoden er ført lenger oppe i filen; den første gjelder',
    'Radkoden er ført lenger oppe i fila; den første gjeld',
    'The row code stands further up in the file; the first one counts',
  ),
  INVALID_PRESENCE: said(
    'Skriv T (til stede), F (fravær) eller G (gyldig fravær); tom er ikke merket',
    'Skriv T (til stades), F (fråvær) eller G (gyldig fråvær); tom er ikkje merkt',
    'Write T (present), F (absent) or G (excused); empty is not marked',
  ),
  INVALID_HOURS: said(
    'Sent og tidlig er timer i steg på 0,5, høyst så lenge økten varer, og bare for den som var til stede',
    'Seint og tidleg er timar i steg på 0,5, høgst så lenge økta varer, og berre for den som var til stades',
    'Late and early are hours in steps of 0.5, at most as long as the session lasts, and only for whoever was present',
  ),
  MARK_DIFFERS: said(
    'Raden er ført før med annet innhold; endre oppmøtet i registeret',
    'Rada er ført før med anna innhald; endre oppmøtet i registeret',
    'The row has been recorded before with other content; change the attendance in the register',
  ),
} as const;

const wrongCode = said(
  'Radkoden er skrevet feil: kontrolltegnet stemmer ikke. Se på arket, og skriv den på nytt',
  'Radkoden er skriven feil: kontrollteiknet stemmer ikkje. Sjå på arket, og skriv han på nytt',
  'The row code is mistyped: the check character is wrong. Look at the sheet, and type it again',
);

const notOnSheet = said(
  'Radkoden står ikke på dette arket. Se etter at klassen er den rette',
  'Radkoden står ikkje på dette arket. Sjå etter at klassen er den rette',
  'The row code is not on this sheet. See that it is the right class',
);

const ofOtherSheet = (session: string): Said =>
  said(
    `Radkoden hører til arket for ${session}. Send raden inn der`,
    `Radkoden høyrer til arket for ${session}. Send rada inn der`,
    `The row code belongs to the sheet for ${session}. Send the row in there`,
  );

/** What is said of a typed row that was not taken in. */
export const sheetRowMessage = (row: SheetRowRejection): Said => {
  if (row.code === 'UNKNOWN_ROW_CODE') return row.because === 'CHECK_CHARACTER' ? wrongCode : notOnSheet;
  if (row.code === 'OTHER_SESSION') return ofOtherSheet(row.session);
  if ('class' in row && row.class !== undefined) return belongsTo(row.class);
  return messages[row.code];
};

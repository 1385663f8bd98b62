import { type Said, said } from '@kull/http';
import type { ReceiptRowCode } from '../domain/receipt-rows';

/** Why a receipt was not taken in. */
export const receiptMessages: Readonly<Record<ReceiptRowCode, Said>> = {
  LINE_NOT_IN_BATCH: said(
    'Leveringen har ikke denne linjen. Kontroller bevisnummer og linjenummer.',
    'Leveringa har ikkje denne linja. Kontroller bevisnummer og linjenummer.',
    'The delivery does not have this line. Check the certificate number and the line number.',
  ),
  VERSION_DIFFERS: said(
    'Leveringen har linjen i en annen versjon.',
    'Leveringa har linja i ein annan versjon.',
    'The delivery has the line in another version.',
  ),
  INVALID_RESULT: said(
    'Resultatet må være ACCEPTED, ACCEPTED_WITH_WARNING, REJECTED eller POSTED.',
    'Resultatet må vere ACCEPTED, ACCEPTED_WITH_WARNING, REJECTED eller POSTED.',
    'The result must be ACCEPTED, ACCEPTED_WITH_WARNING, REJECTED or POSTED.',
  ),
  INVALID_CODE: said(
    'Koden må være en bokstav og tre sifre, og må være med når linjen avvises eller har en advarsel.',
    'Koden må vere ein bokstav og tre siffer, og må vere med når linja blir avvist eller har ei åtvaring.',
    'The code must be a letter and three digits, and has to be there when the line is rejected or has a warning.',
  ),
  INVALID_TIMESTAMP: said(
    'Tidspunktet må være på formen 2026-07-09T09:12:00+02:00.',
    'Tidspunktet må vere på forma 2026-07-09T09:12:00+02:00.',
    'The time must have the form 2026-07-09T09:12:00+02:00.',
  ),
  RECEIVED_IN_FUTURE: said(
    'Tidspunktet er i framtiden. Kontroller klokken hos mottakeren.',
    'Tidspunktet er i framtida. Kontroller klokka hos mottakaren.',
    'The time is in the future. Check the clock of the recipient.',
  ),
};

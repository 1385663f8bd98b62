/** Why a letter is not sent at all, to anybody: it was written wrongly. */
export type UnsendableCode =
  | 'NATIONAL_ID_IN_LETTER'
  | 'CONTROL_CHARACTER_IN_SUBJECT'
  | 'NOT_AN_ADDRESS_ON_THE_WEB'
  | 'NOT_A_MESSAGE_ID';

/** A fault of whoever wrote the letter. Its message is the code alone: the text may name people. */
export class UnsendableLetter extends Error {
  override readonly name = 'UnsendableLetter';

  constructor(readonly code: UnsendableCode) {
    super(code);
  }
}

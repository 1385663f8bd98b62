import type { BatchCode, DeskAnswer, DeskLine } from '@kull/deliveries';
import { batchCodes, isLineCode } from './line-codes';

/** Which lines of a delivery a form is about: corrections and withdrawals are acknowledged apart from what is new. */
export const parts = ['endret', 'nye'] as const;
export type Part = (typeof parts)[number];

/** A form as it came, for the page to show again when it cannot be taken. */
export interface GivenAnswer {
  readonly part: Part;
  readonly someRejected: boolean;
  /** The codes chosen, by the place of the line in the delivery. */
  readonly codes: ReadonlyMap<number, string>;
}

/**
 * Why a form cannot be taken.
 * - `NO_CODE`: some are said to be rejected, and none has a code.
 * - `CODES_THOUGH_ALL`: all are said to be received, and some have a code.
 */
export type AnswerFault = 'NO_CODE' | 'CODES_THOUGH_ALL';

type Form = Readonly<Record<string, unknown>>;

/** The field of the line at a place, 0 = the first. */
export const lineField = (place: number): string => `l${place}`;

export const isOfPart = ({ action }: Pick<DeskLine, 'action'>, part: Part): boolean =>
  (action === 'ADD') === (part === 'nye');

/** What a form says; what it should not hold is passed over. */
export const givenIn = (form: Form, lineCount: number): GivenAnswer => {
  const codes = Array.from({ length: lineCount }, (_, place) => [place, form[lineField(place)]] as const);
  return {
    part: form.del === 'endret' ? 'endret' : 'nye',
    someRejected: form.svar === 'noen',
    codes: new Map(codes.flatMap(([place, code]) => (isLineCode(code) ? [[place, code] as const] : []))),
  };
};

const saidOf = (code: string | undefined): Pick<DeskAnswer, 'result' | 'code'> => {
  if (code === undefined) return { result: 'ACCEPTED' };
  return { result: code.startsWith('W') ? 'ACCEPTED_WITH_WARNING' : 'REJECTED', code };
};

/** The answers to the lines of a part: those without a code are received. */
export const answersOf = (
  { part, someRejected, codes }: GivenAnswer,
  lines: readonly DeskLine[],
): { readonly answers: readonly DeskAnswer[] } | { readonly fault: AnswerFault } => {
  const asked = lines.flatMap((line, place) => (isOfPart(line, part) ? [{ line, code: codes.get(place) }] : []));
  const hasCodes = asked.some(({ code }) => code !== undefined);
  if (someRejected && !hasCodes) return { fault: 'NO_CODE' };
  if (!someRejected && hasCodes) return { fault: 'CODES_THOUGH_ALL' };
  return {
    answers: asked.map(({ line: { certificateNo, lineNo, version }, code }) => ({
      certificateNo,
      lineNo,
      version,
      ...saidOf(code),
    })),
  };
};

/** Why the whole file cannot be used; undefined when the form does not say. */
export const refusalIn = ({ kode }: Form): BatchCode | undefined => batchCodes.find((code) => code === kode);

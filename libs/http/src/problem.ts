import type { Language } from '@kull/kernel';
import { type Said, said } from './language';

/** One thing that was wrong in a request: where (RFC 6901 pointer), which code, in words. */
export interface ProblemError {
  readonly pointer?: string;
  readonly code: string;
  readonly detail: Said;
}

/** What an operation says when it refuses. Codes and numbers only: never a name, an identity number or a value sent. */
export interface ProblemParts {
  readonly status: number;
  /** SCREAMING_SNAKE; the page `/problems/<slug>` explains it. */
  readonly code: string;
  readonly title: Said;
  readonly detail?: Said;
  readonly errors?: readonly ProblemError[];
  /** Whether the same request may succeed later, unchanged. */
  readonly retryable?: boolean;
  readonly retryAfterSeconds?: number;
  /** Further members, such as the current version on 412. */
  readonly extensions?: Readonly<Record<string, string | number | boolean>>;
}

/** The JSON of RFC 9457 as it goes out, in one language. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly instance: string;
  readonly code: string;
  readonly errors?: readonly { readonly pointer?: string; readonly code: string; readonly detail: string }[];
  readonly retryable: boolean;
}

export const PROBLEM_MEDIA_TYPE = 'application/problem+json; charset=utf-8';

export const slugOf = (code: string): string => code.toLowerCase().replaceAll('_', '-');

/** What a thing that is not there is called where nothing more is known of it. */
export const NOTHING_THERE = said(
  'Finner ikke det du spør etter',
  'Finn ikkje det du spør etter',
  'What you ask for is not there',
);

/** Of a request that has not the form that the operation asks for. */
export const WRONG_FORM = said(
  'Forespørselen har feil form',
  'Førespurnaden har feil form',
  'The request has the wrong form',
);

/** The headers that say which language a problem is in, and what that depends on. */
export const languageHeaders = (language: Language): Readonly<Record<string, string>> => ({
  'Content-Language': language,
  Vary: 'Accept-Language, Cookie',
});

/** A refusal on its way to the caller (RFC 9457). Thrown by controllers and guards, written by `ProblemFilter`. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(readonly parts: ProblemParts) {
    super(parts.code);
  }

  get status(): number {
    return this.parts.status;
  }

  get headers(): Readonly<Record<string, string>> {
    const { retryAfterSeconds } = this.parts;
    return retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) };
  }

  /** What goes out. The members are those that they were: the language is said by `Content-Language`. */
  body(requestId: string, language: Language): ProblemBody {
    const { status, code, title, detail, errors, retryable = false, extensions } = this.parts;
    return {
      type: `/problems/${slugOf(code)}`,
      title: title[language],
      status,
      ...(detail ? { detail: detail[language] } : {}),
      instance: requestId,
      code,
      ...(errors?.length ? { errors: errors.map((error) => ({ ...error, detail: error.detail[language] })) } : {}),
      retryable,
      ...extensions,
    };
  }

  /** The thing asked for is not there, or not for this caller. */
  static notFound(title = NOTHING_THERE, code = 'NOT_FOUND'): Problem {
    return new Problem({ status: 404, code, title });
  }

  /** The request has not the form that the operation asks for. */
  static invalid(errors: readonly ProblemError[], detail?: Said): Problem {
    return new Problem({ status: 400, code: 'INVALID_REQUEST', title: WRONG_FORM, detail, errors });
  }
}

import type { RequirementStatus, WrittenLanguage } from '@kull/kernel';
import type { AppealOutcome } from '../../domain/appeal.events';
import { bokmal } from './bokmal';
import { english } from './english';
import { nynorsk } from './nynorsk';

/** How a decision can end. */
export type DecidedOutcome = 'PLACE_HELD' | 'WAITING' | 'NO_PLACE' | 'NOT_QUALIFIED' | 'NEEDS_MORE';

interface ClassTold {
  readonly class: string;
  readonly site: string;
  readonly starts: string;
}

/** What letters say in one language besides the lines of the explanation; days and times come ready to show. */
export interface LetterWords {
  readonly terms: Readonly<
    Record<'application' | 'intake' | 'date' | 'wishes' | 'class' | 'site' | 'starts' | 'wish' | 'replyBy', string> &
      Record<'appealed' | 'quota', string>
  >;
  readonly statuses: Readonly<Record<RequirementStatus, string>>;
  readonly judged: string;
  readonly at: string;
  readonly decision: {
    readonly titles: Readonly<Record<DecidedOutcome, string>>;
    readonly place: (place: ClassTold) => string;
    readonly lottery: (number: string, address: string) => string;
    readonly basis: readonly [heading: string, text: (intake: string, ruleSet: number) => string];
    readonly appeal: string;
    readonly appealBy: (day: string) => string;
    readonly howToAppeal: (address: string) => string;
    readonly whatThen: string;
  };
  readonly offer: {
    readonly title: string;
    readonly offered: (place: ClassTold, programme: string) => string;
    readonly answer: readonly [heading: string, text: (replyBy: string, address: string) => string];
    readonly better: (wishes: string) => string;
    readonly silence: string;
    readonly held: (held: string, offered: string) => string;
    readonly appealBy: (day: string) => string;
  };
  readonly appealDecision: {
    readonly titles: Readonly<Record<AppealOutcome, string>>;
    readonly results: Readonly<Record<AppealOutcome, string>>;
    readonly reasons: string;
    readonly now: string;
    readonly next: Readonly<Record<AppealOutcome, string>>;
  };
  readonly placeOnAppeal: { readonly title: string; readonly result: string; readonly next: string };
}

const words: Readonly<Record<WrittenLanguage, LetterWords>> = { nb: bokmal, nn: nynorsk, en: english };

export const letterWords = (language: WrittenLanguage): LetterWords => words[language];

import type { Instant } from '@kull/kernel';
import type { Answer, OfferOutcome } from './answers';
import { isInTime } from './answers';
import type { DecidedApplication, JudgedApplication, Offer } from './application.state';
import { type IntakeDefinition } from './intake-definition';
import { choicesFor, type OfferedChoice } from './offered-choices';
import type { Quota } from './quota';

/** An offer as the applicant who has it sees it. */
export interface OwnOffer {
  readonly offerId: string;
  readonly personId: string;
  readonly applicationNo: string;
  readonly intake: string;
  /** Its title. */
  readonly programme: string;
  readonly class: string;
  readonly site: string;
  readonly startsOn: string;
  readonly quota: Quota;
  readonly round: number;
  readonly isLastRound: boolean;
  readonly wishNo: number;
  readonly replyBy: Instant;
  /** The class of the place held when the offer was made, if there was one. */
  readonly heldBefore?: string;
  /** Empty: it cannot be answered any more. */
  readonly choices: readonly OfferedChoice[];
  /** Absent: not answered, and the round has not been closed. */
  readonly outcome?: OfferOutcome;
  readonly answeredAt?: Instant;
  /** After the answer: the better wishes that they still wait for. */
  readonly waitsFor: readonly string[];
  /** Answers that came too late; they changed nothing. */
  readonly late: readonly Answer[];
}

/** The place that was held before an offer: the last one that was accepted. */
const heldBefore = (offers: readonly Offer[], round: number): string | undefined =>
  offers.filter(({ made, outcome }) => outcome === 'ACCEPTED' && made.round < round).at(-1)?.made.class;

/** What somebody sees of one of their offers at an instant; undefined when the round made them none. */
export const ownOffer = (
  { submitted, offers, status }: JudgedApplication | DecidedApplication,
  { programme, classes, rounds }: IntakeDefinition,
  offerId: string,
  now: Instant,
): OwnOffer | undefined => {
  const offer = offers.find(({ made }) => made.offerId === offerId);
  const offered = classes.find(({ code }) => code === offer?.made.class);
  if (!offer || !offered) return undefined;
  const { made, outcome, answeredAt, keepWaiting, late } = offer;
  const { round, wishNo, replyBy } = made;
  const isOpen = outcome === undefined && status === 'judged' && isInTime({ answeredAt: now }, replyBy);
  const choices = choicesFor(wishNo, submitted.facts.wishes);
  const held = heldBefore(offers, round);
  return {
    offerId,
    personId: made.personId,
    applicationNo: made.applicationNo,
    intake: made.intake,
    programme: programme.title,
    class: made.class,
    site: offered.site,
    startsOn: offered.startsOn,
    quota: made.quota,
    round,
    isLastRound: round === rounds.at(-1)!.round,
    wishNo,
    replyBy,
    ...(held !== undefined && { heldBefore: held }),
    choices: isOpen ? choices : [],
    ...(outcome && { outcome }),
    ...(answeredAt && { answeredAt }),
    waitsFor: keepWaiting ? (choices.find((choice) => choice.keepWaiting)?.waitsFor ?? []) : [],
    late,
  };
};

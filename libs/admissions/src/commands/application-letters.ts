import { EventStore } from '@kull/event-store';
import { deadlineInWeeks, localDateInOslo } from '@kull/kernel';
import { People } from '@kull/people';
import { Injectable } from '@nestjs/common';
import { type Appeal, appeal, appealDeadline } from '../domain/appeal';
import { appealReasonsPurpose } from '../domain/appeal.events';
import { application } from '../domain/application';
import { explanationOf, type KnownApplication } from '../domain/application-explanation';
import { explainRank } from '../domain/explanation';
import { intake } from '../domain/intake';
import { appealWeeks, type IntakeDefinition } from '../domain/intake-definition';
import { type LetterDue, lettersDue } from '../domain/letters-due';
import { eligibilityRules } from '../domain/ranking-run';
import type { DecidedOutcome } from '../words/letters/letter-words';
import type { AppealTold, DecisionTold, LetterTold, OfferTold, PlaceOnAppealTold } from '../words/letters/told';
import { appealId, intakeId } from './ids';

/** An application with everything that its letters tell of. */
export interface LetteredApplication {
  readonly id: string;
  readonly application: KnownApplication;
  readonly appeal: Appeal;
  readonly definition: IntakeDefinition;
  /** In the order of what they tell. */
  readonly due: readonly LetterDue[];
}

/** Reads what the letters of an application are made from. */
@Injectable()
export class ApplicationLetters {
  constructor(
    private readonly events: EventStore,
    private readonly people: People,
  ) {}

  /** Undefined: there is no such application. */
  async find(id: string): Promise<LetteredApplication | undefined> {
    const { state } = await this.events.load(application, id);
    if (state.status === 'none') return undefined;
    const { intake: code, applicationNo } = state.submitted;
    const about = appealId(code, applicationNo);
    const [opened, after] = await Promise.all([
      this.events.load(intake, intakeId(code)),
      this.events.load(appeal, about),
    ]);
    if (opened.state.status === 'unopened') return undefined;
    const { definition } = opened.state;
    const due = lettersDue(id, state, about, after.state, definition);
    return { id, application: state, appeal: after.state, definition, due };
  }

  /** What a letter tells; undefined when what it would tell cannot be read any more. */
  async told(of: LetteredApplication, due: LetterDue): Promise<LetterTold | undefined> {
    switch (due.kind) {
      case 'OFFER':
        return offerTold(of, due);
      case 'DECISION':
        return decisionTold(of, due);
      case 'APPEAL_DECISION':
        return this.appealTold(of, due);
      case 'PLACE_ON_APPEAL':
        return placeTold(of, due);
    }
  }

  private async appealTold(of: LetteredApplication, due: LetterDue): Promise<AppealTold | undefined> {
    const { filed, decisions } = of.appeal;
    const decided = decisions[due.number - 1];
    if (!filed || !decided) return undefined;
    const [reasons] = await this.people.open<string>([{ sealed: decided.reasons, purpose: appealReasonsPurpose }]);
    if (reasons === undefined) return undefined;
    return { ...headOf(of, due), kind: 'APPEAL_DECISION', filedOn: filed.on, outcome: decided.outcome, reasons };
  }
}

const headOf = ({ application: { submitted }, definition }: LetteredApplication, { on }: LetterDue) => ({
  applicationNo: submitted.applicationNo,
  intake: submitted.intake,
  programme: definition.programme.title,
  on,
});

const placeOf = ({ definition }: LetteredApplication, code: string) => {
  const { site, startsOn } = definition.classes.find((one) => one.code === code)!;
  return { class: code, site, startsOn };
};

const offerTold = (of: LetteredApplication, due: LetterDue): OfferTold | undefined => {
  const { application: state, definition } = of;
  if (state.status === 'received') return undefined;
  const offer = state.offers.find(({ made }) => made.offerId === due.about);
  if (!offer) return undefined;
  const { class: code, wishNo, quota, replyBy, round } = offer.made;
  const held = state.offers.filter(({ made, outcome }) => outcome === 'ACCEPTED' && made.round < round).at(-1);
  return {
    ...headOf(of, due),
    kind: 'OFFER',
    place: placeOf(of, code),
    wishNo,
    quota,
    replyBy,
    better: state.submitted.facts.wishes.slice(0, wishNo - 1),
    ...(held && { held: held.made.class }),
    ...(state.rank && { ranked: explainRank(state.rank) }),
    appealBy: deadlineInWeeks(localDateInOslo(definition.rounds.at(-1)!.replyBy), appealWeeks),
  };
};

const decisionTold = (of: LetteredApplication, due: LetterDue): DecisionTold | undefined => {
  const { application: state, definition } = of;
  if (state.status !== 'decided') return undefined;
  const { place, ruleSet } = state.decision;
  // As it was decided: what an appeal led to later has a letter of its own.
  const { onAppeal: _, ...asDecided } = state;
  const explanation = explanationOf(asDecided, eligibilityRules(definition));
  return {
    ...headOf(of, due),
    kind: 'DECISION',
    wishes: state.submitted.facts.wishes,
    outcome: explanation.outcome as DecidedOutcome,
    requirements: explanation.requirements,
    ...(place && { place: placeOf(of, place.class) }),
    ruleSet,
    appealBy: appealDeadline(due.on),
  };
};

const placeTold = (of: LetteredApplication, due: LetterDue): PlaceOnAppealTold | undefined => {
  const { application: state } = of;
  if (state.status !== 'decided' || !state.onAppeal) return undefined;
  const { ruleSet } = state.decision;
  return { ...headOf(of, due), kind: 'PLACE_ON_APPEAL', place: placeOf(of, state.onAppeal.class), ruleSet };
};

import type { LetterContent, LetterParagraph } from '@kull/documents';
import {
  type Instant,
  inOslo,
  type Requirement,
  type WrittenLanguage,
  writtenDay,
  writtenDayOfWeek,
} from '@kull/kernel';
import { decisionWords, lineInWords } from '../decision-words';
import { letterWords } from './letter-words';
import type { AppealTold, DecisionTold, LetterTold, OfferTold, PlaceOnAppealTold, PlaceTold } from './told';

/** What is written: the words of a letter, without who it is from and to. */
export type LetterText = Pick<LetterContent, 'title' | 'facts' | 'parts'>;

const heading = (text: string): LetterParagraph => ({ kind: 'heading', text });
const paragraph = (text: string): LetterParagraph => ({ kind: 'paragraph', text });

const timeOf = (language: WrittenLanguage, instant: Instant): string => {
  const { date, time } = inOslo(instant);
  return `${writtenDayOfWeek(language, date)} ${letterWords(language).at} ${time.slice(0, 5)}`;
};

const placeIn = (language: WrittenLanguage, { startsOn, ...place }: PlaceTold) => ({
  ...place,
  starts: writtenDayOfWeek(language, startsOn),
});

/** Whose letter it is, what about, from when. */
const headFacts = (language: WrittenLanguage, { applicationNo, intake, programme, on }: LetterTold) => {
  const { terms } = letterWords(language);
  return [
    [terms.application, applicationNo],
    [terms.intake, `${programme}, ${intake}`],
    [terms.date, writtenDay(language, on)],
  ] as const;
};

const judgedLines = (language: WrittenLanguage, requirements: readonly Requirement[]): readonly LetterParagraph[] => {
  const { statuses, judged } = letterWords(language);
  const items = requirements.flatMap((requirement) => {
    const text = lineInWords(language, requirement);
    return text === undefined ? [] : [`${statuses[requirement.status]}: ${text}.`];
  });
  return items.length === 0 ? [] : [heading(judged), { kind: 'list', items }];
};

const offerText = (language: WrittenLanguage, told: OfferTold, service: string): LetterText => {
  const { terms, offer } = letterWords(language);
  const { place, wishNo, quota, replyBy, better, held, ranked, appealBy } = told;
  const placed = placeIn(language, place);
  const until = timeOf(language, replyBy);
  return {
    title: offer.title,
    facts: [
      ...headFacts(language, told),
      [terms.class, place.class],
      [terms.site, place.site],
      [terms.starts, placed.starts],
      [terms.wish, String(wishNo)],
      [terms.quota, decisionWords(language).quotas[quota]],
      [terms.replyBy, until],
    ],
    parts: [
      paragraph(offer.offered(placed, told.programme)),
      ...judgedLines(language, ranked ? [ranked] : []),
      heading(offer.answer[0]),
      paragraph(offer.answer[1](until, `${service}/tilbud`)),
      ...(better.length > 0 ? [paragraph(offer.better(better.join(', ')))] : []),
      paragraph(held === undefined ? offer.silence : offer.held(held, place.class)),
      heading(letterWords(language).decision.appeal),
      paragraph(offer.appealBy(writtenDayOfWeek(language, appealBy))),
    ],
  };
};

const decisionText = (language: WrittenLanguage, told: DecisionTold, service: string): LetterText => {
  const { terms, decision } = letterWords(language);
  const { outcome, place, wishes, requirements, ruleSet, intake, applicationNo, appealBy } = told;
  const lot = requirements
    .find(({ code }) => code === 'RANKED')
    ?.evidence.find(({ record }) => record === 'LOTTERY_NUMBER')?.value;
  const draw = `${service}/trekning/${encodeURIComponent(intake)}?soknad=${encodeURIComponent(applicationNo)}`;
  const [basis, follows] = decision.basis;
  return {
    title: decision.titles[outcome],
    facts: [...headFacts(language, told), [terms.wishes, wishes.join(', ')]],
    parts: [
      paragraph(`${decisionWords(language).outcomes[outcome]}.`),
      ...(place ? [paragraph(decision.place(placeIn(language, place)))] : []),
      ...judgedLines(language, requirements),
      ...(lot === undefined ? [] : [paragraph(decision.lottery(String(lot), draw))]),
      heading(basis),
      paragraph(follows(intake, ruleSet)),
      heading(decision.appeal),
      paragraph(decision.appealBy(writtenDayOfWeek(language, appealBy))),
      paragraph(decision.howToAppeal(`${service}/vedtak`)),
      paragraph(decision.whatThen),
    ],
  };
};

const appealText = (language: WrittenLanguage, told: AppealTold): LetterText => {
  const { terms, appealDecision } = letterWords(language);
  const { outcome, filedOn, reasons } = told;
  return {
    title: appealDecision.titles[outcome],
    facts: [...headFacts(language, told), [terms.appealed, writtenDay(language, filedOn)]],
    parts: [
      paragraph(appealDecision.results[outcome]),
      heading(appealDecision.reasons),
      paragraph(reasons),
      heading(appealDecision.now),
      paragraph(appealDecision.next[outcome]),
    ],
  };
};

const placeOnAppealText = (language: WrittenLanguage, told: PlaceOnAppealTold): LetterText => {
  const { decision, appealDecision, placeOnAppeal } = letterWords(language);
  const [basis, follows] = decision.basis;
  return {
    title: placeOnAppeal.title,
    facts: headFacts(language, told),
    parts: [
      paragraph(placeOnAppeal.result),
      paragraph(decision.place(placeIn(language, told.place))),
      heading(appealDecision.now),
      paragraph(placeOnAppeal.next),
      heading(basis),
      paragraph(follows(told.intake, told.ruleSet)),
    ],
  };
};

/** A letter in words. `service`: the address of the service, where it is answered and appealed. */
export const letterText = (language: WrittenLanguage, told: LetterTold, service: string): LetterText => {
  switch (told.kind) {
    case 'OFFER':
      return offerText(language, told, service);
    case 'DECISION':
      return decisionText(language, told, service);
    case 'APPEAL_DECISION':
      return appealText(language, told);
    case 'PLACE_ON_APPEAL':
      return placeOnAppealText(language, told);
  }
};

import { inLanguage } from '../../kit/texts';
import type { RankingLine } from './ranking-data';

const t = inLanguage({
  nb: {
    TIER: 'Prioritet 1 går før poeng',
    SCORE: 'Poeng',
    equal: 'Likt med nr.',
    first: 'loddnummeret er lavest',
    after: 'loddnummeret er høyere',
    none: 'Ikke rangert',
  },
  nn: {
    TIER: 'Prioritet 1 går før poeng',
    SCORE: 'Poeng',
    equal: 'Likt med nr.',
    first: 'loddnummeret er lågast',
    after: 'loddnummeret er høgare',
    none: 'Ikkje rangert',
  },
  en: {
    TIER: 'Priority 1 goes before points',
    SCORE: 'Points',
    equal: 'Equal to no.',
    first: 'the lottery number is lower',
    after: 'the lottery number is higher',
    none: 'Not ranked',
  },
});

type Place = RankingLine['places'][number];

/** What put somebody in their place of an order. */
export const reasonText = ({ lotteryNumber }: RankingLine, place: Place | undefined): string => {
  if (!place) return t.none;
  const { reason, equalTo, position } = place;
  if (reason !== 'LOTTERY' || !equalTo) return reason === 'TIER' ? t.TIER : t.SCORE;
  const how = equalTo.position > position ? t.first : t.after;
  return `${t.equal} ${equalTo.position}: ${how} (${lotteryNumber?.slice(0, 4)}…)`;
};

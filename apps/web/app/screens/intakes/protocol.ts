import { download } from './csv';
import type { RankingView } from './ranking-data';

const COLUMNS = [
  'quota',
  'position',
  'application_no',
  'tier',
  'score',
  'lottery_number',
  'reason',
  'equal_to',
  'wishes',
  'offer_class',
  'offer_wish_no',
];

/** The order of each quota with the reason of every place, by codes and without names: same seed, same bytes. */
export const protocolRows = ({ lines }: Pick<RankingView, 'lines'>): readonly (readonly string[])[] =>
  lines
    .flatMap(({ applicationNo, tier, score, lotteryNumber, places, wishes, offer }) =>
      places.map(({ quota, position, reason, equalTo }) => {
        const isOffered = offer?.quota === quota;
        return {
          quota,
          position,
          cells: [
            quota,
            String(position),
            applicationNo,
            tier === null ? '' : String(tier),
            score ?? '',
            lotteryNumber ?? '',
            reason,
            equalTo?.applicationNo ?? '',
            wishes
              .map((wish) => `${wish.class} ${wish.found?.find((one) => one.quota === quota)?.outcome ?? '-'}`)
              .join(', '),
            isOffered ? offer.class : '',
            isOffered ? String(offer.wishNo) : '',
          ],
        };
      }),
    )
    .sort((one, other) =>
      one.quota === other.quota ? one.position - other.position : one.quota < other.quota ? -1 : 1,
    )
    .map(({ cells }) => cells);

export const saveProtocol = (ranking: RankingView): void =>
  download(
    `ranking-${ranking.code}-round-${ranking.round}.csv`,
    [...COLUMNS, `seed=${ranking.lotterySeed}`, `rule_set=${ranking.ruleSet}`],
    protocolRows(ranking),
  );

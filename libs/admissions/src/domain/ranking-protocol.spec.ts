import { demonstrationFolder, readIntakeFolder } from '../../test-model/intake-folder';
import { type WholeRun, wholeRun } from '../../test-model/whole-run';
import { type RankingToCompare, rankingOutcomes } from './ranking-comparison';
import { rankingProtocol } from './ranking-protocol';

const folder = readIntakeFolder(demonstrationFolder());
const run = wholeRun(folder) as WholeRun;
const facts = new Map(folder.applications.map((row) => [row.application_no, row]));
const ranking: RankingToCompare = {
  rules: folder.definition,
  judged: run.judged.map((one) => {
    const { municipality_code: municipality, class_wishes } = facts.get(one.applicationNo)!;
    return { ...one, municipality, wishes: class_wishes.split('|') };
  }),
};
const protocol = rankingProtocol(ranking);

describe('the protocol of a ranking', () => {
  it('has every place of each quota once, from the first to the last', () => {
    for (const { order } of protocol)
      expect(order.map(({ position }) => position)).toEqual(order.map((_, at) => at + 1));
    expect(protocol.map(({ quota, order }) => [quota, order.length])).toEqual([
      ['EARMARKED_PHYSICIAN', 25],
      ['GENERAL', 424],
    ]);
  });

  it('has the offers of the first round, and no others', () => {
    const offered = protocol.flatMap(({ quota, order }) =>
      order.flatMap(({ applicationNo, offer }) => (offer ? [`${applicationNo} ${offer} ${quota}`] : [])),
    );
    const outcomes = [...rankingOutcomes(ranking).values()].flatMap(({ applicationNo, offer }) =>
      offer ? [`${applicationNo} ${offer.class} ${offer.quota}`] : [],
    );
    expect([...offered].sort()).toEqual([...outcomes].sort());
    expect(offered).toHaveLength(216);
    expect(protocol.map(({ offers }) => offers).reduce((sum, one) => sum + one)).toBe(216);
  });

  it('gives of every draw the number beside, with as many points', () => {
    for (const { order } of protocol)
      for (const { reason, equalTo, score } of order) {
        if (reason !== 'LOTTERY') continue;
        expect(order[equalTo!.position - 1]).toMatchObject({ applicationNo: equalTo!.applicationNo, score });
      }
  });
});

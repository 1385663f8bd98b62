import { type Assessment, assessedScore, scoreText } from './assessments';
import { generalOrder, physicianOrder } from './orders';
import { lotteryNumber, rank } from './ranking';

const scores = (...given: [string, number][]): Assessment[] => given.map(([assessor, score]) => ({ assessor, score }));

describe('the score', () => {
  it('is the mean of two, exact to a half', () => {
    expect(assessedScore(scores(['a', 60], ['b', 59]), 20)).toMatchObject({ score: 119 });
    expect(scoreText(119)).toBe('59.5');
    expect(scoreText(120)).toBe('60.0');
  });
  it('is the median of three when two differ by more than the limit', () => {
    expect(assessedScore(scores(['a', 40], ['b', 61], ['c', 90]), 20)).toMatchObject({ score: 122 });
    expect(assessedScore(scores(['a', 40], ['b', 60], ['c', 90]), 20)).toMatchObject({ score: 100 });
  });
  it('takes the first assessors in text order, one assessment of each, however the rows stand', () => {
    const counted = { score: 125, counted: scores(['a', 60], ['b', 65]) };
    expect(assessedScore(scores(['c', 10], ['b', 65], ['a', 60], ['a', 62]), 20)).toEqual(counted);
    expect(assessedScore(scores(['a', 62], ['a', 60], ['b', 65], ['c', 10]), 20)).toEqual(counted);
  });
  it('waits for assessments that are missing', () => {
    expect(assessedScore([], 20)).toEqual({ has: 0, needs: 2 });
    expect(assessedScore(scores(['a', 1], ['a', 2]), 20)).toEqual({ has: 1, needs: 2 });
    expect(assessedScore(scores(['a', 40], ['b', 61]), 20)).toEqual({ has: 2, needs: 3 });
  });
});

const rules = {
  lotterySeed: 'NLP-2026:kull-1',
  bonus: { recommendation: 3, sameMunicipalityDifferentService: 2 },
  thirdAssessmentWhenDifferenceAbove: 20,
};
const qualified = (applicationNo: string, serviceArea: string, recommended = false, municipality = '0301') => ({
  facts: { applicationNo, municipality, serviceArea, recommended },
  assessments: scores(['a', 50], ['b', 51]),
});

describe('ranking', () => {
  it('adds the bonus for a recommendation, and for a municipality that sends several services', () => {
    const ranked = rank(
      [
        qualified('1', 'HOME_CARE', true),
        qualified('2', 'NURSING_HOME'),
        qualified('3', 'HOME_CARE', false, '5001'),
        qualified('4', 'HOME_CARE', false, '5001'),
      ],
      rules,
    );
    expect('ranks' in ranked && ranked.ranks.map(({ score }) => scoreText(score.total))).toEqual([
      '55.5',
      '52.5',
      '50.5',
      '50.5',
    ]);
  });
  it('stops with a list when assessments are missing', () => {
    expect(rank([qualified('1', 'HOME_CARE'), { ...qualified('2', 'HOME_CARE'), assessments: [] }], rules)).toEqual({
      tooFew: [{ applicationNo: '2', has: 0, needs: 2 }],
    });
  });
  it('draws lots that anybody can check', () => {
    // printf 'NLP-2026:kull-1:A26-000439' | sha256sum
    expect(lotteryNumber('NLP-2026:kull-1', 'A26-000439')).toBe(
      'efc93cca43fd1b22bff535ead60afa6c32a59b03f9a46da591c1952363a8fc2a',
    );
  });
});

describe('orders', () => {
  const one = (score: number, lotteryNumber: string, tier?: 1 | 2) => ({ score, lotteryNumber, tier });
  const field = [one(100, 'b', 2), one(120, 'f'), one(100, 'a', 1), one(130, 'e', 2), one(100, 'c')];
  it('goes by score, then lot', () => expect([...generalOrder(field)]).toEqual([3, 1, 2, 0, 4]));
  it('takes physicians by tier, then score, then lot', () => expect([...physicianOrder(field)]).toEqual([2, 3, 0]));
  it('compares whole lottery numbers when their beginnings are alike', () => {
    const alike = [one(1, `${'0'.repeat(63)}2`), one(1, `${'0'.repeat(63)}1`)];
    expect([...generalOrder(alike)]).toEqual([1, 0]);
  });
});

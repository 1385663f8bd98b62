import type { ApplicationFacts } from './application-facts';
import { assessmentWork } from './assessment-work';
import type { Assessment } from './assessments';

const facts = { applicationNo: 'A-1' } as ApplicationFacts;
const asks = (assessor: string, ...assessments: readonly Assessment[]) => {
  const { own, wanted } = assessmentWork({ facts, assessments }, assessor, 20);
  return [own, wanted];
};
const by = (assessor: string, score: number): Assessment => ({ assessor, score });

describe('what an application asks of an assessor', () => {
  it.each([
    ['nobody has judged it', [], [undefined, 'FIRST']],
    ['one has', [by('b', 60)], [undefined, 'SECOND']],
    ['the assessor has, alone', [by('a', 60)], [60, 'SECOND']],
    ['two have, as far from each other as is allowed', [by('b', 60), by('c', 40)], [undefined, undefined]],
    ['two have, too far from each other', [by('b', 60), by('c', 39)], [undefined, 'THIRD']],
    ['the assessor is one of the two', [by('a', 60), by('c', 39)], [60, 'THIRD']],
    ['three have', [by('b', 60), by('c', 39), by('d', 50)], [undefined, undefined]],
  ] as const)('%s', (_, given, expected) => {
    expect(asks('a', ...given)).toEqual(expected);
  });

  it('tells no score but their own', () => {
    const work = assessmentWork({ facts, assessments: [by('a', 61), by('b', 33)] }, 'a', 20);
    expect(JSON.stringify(work)).not.toContain('33');
  });
});

import { given } from '@kull/kernel/given';
import type { StandingStatus } from './attendance-standing';
import { type JudgeStanding, judgedStanding } from './judged-standing';
import type { JudgedFigures, StandingEvent } from './judged-standing.events';

const figures: JudgedFigures = {
  classId: 'cls_1',
  studentNo: 'kari',
  award: 'ectsCredits',
  total: 176,
  required: 132,
  attended: 96,
  open: 40,
  leftToLose: 4,
  position: 812,
};

const judge = (status: StandingStatus, over: Partial<JudgedFigures> = {}): JudgeStanding => ({
  type: 'JudgeStanding',
  data: { ...figures, ...over, status },
});

const atRisk: StandingEvent = { type: 'AttendanceThresholdAtRisk', data: figures };
const notMet: StandingEvent = { type: 'AttendanceRequirementNotMet', data: figures };
const met: StandingEvent = { type: 'AttendanceRequirementMet', data: figures };

describe('judging the attendance of a student', () => {
  it('says nothing of who is safe from the first', () => given(judgedStanding)().when(judge('SAFE')).thenNothing());

  it('says when one more absence would make it impossible', () =>
    given(judgedStanding)().when(judge('AT_RISK')).then(atRisk));

  it('says it once, whatever else changes', () =>
    given(judgedStanding)(atRisk)
      .when(judge('AT_RISK', { attended: 104, open: 32, position: 900 }))
      .thenNothing());

  it('says when it has become impossible', () => given(judgedStanding)(atRisk).when(judge('IMPOSSIBLE')).then(notMet));

  it('says when it is enough', () => given(judgedStanding)(atRisk).when(judge('MET')).then(met));

  it.each([
    [atRisk, 'AT_RISK'],
    [notMet, 'IMPOSSIBLE'],
  ] as const)('says when the risk has passed', (before, from) =>
    given(judgedStanding)(before)
      .when(judge('SAFE'))
      .then({ type: 'AttendanceRiskPassed', data: { ...figures, from } }),
  );

  it('says when a correction takes back what was enough', () =>
    given(judgedStanding)(met).when(judge('SAFE')).then({ type: 'AttendanceRequirementReopened', data: figures }));

  it('says it anew when it comes again', () =>
    given(judgedStanding)(atRisk, { type: 'AttendanceRiskPassed', data: { ...figures, from: 'AT_RISK' } })
      .when(judge('AT_RISK'))
      .then(atRisk));

  it('keeps the awards apart', () =>
    given(judgedStanding)(met)
      .when(judge('IMPOSSIBLE', { award: 'coursePoints' }))
      .then({ type: 'AttendanceRequirementNotMet', data: { ...figures, award: 'coursePoints' } }));
});

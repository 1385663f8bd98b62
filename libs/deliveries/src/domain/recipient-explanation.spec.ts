import { describe, expect, it } from '@jest/globals';
import type { PointsExplanation } from './points-explanation';
import { explanationForRecipient } from './recipient-explanation';

const failed = {
  code: 'ASSESSMENT_NOT_PASSED',
  status: 'not_met',
  evidence: [
    { record: 'TITLE', value: 'Prosjektoppgave' },
    { record: 'RESULT', value: 'F', who: 'grader-1' },
    { record: 'APPEALED', at: '2026-07-01T08:00:00.000Z' },
  ],
} as const;

const explanation: PointsExplanation = {
  outcome: 'NOT_AWARDED',
  requirements: [
    {
      code: 'HPR_NUMBER',
      status: 'met',
      evidence: [
        { record: 'HPR_REGISTER', value: 'PHYSICIAN', at: '2026-06-01T08:00:00.000Z' },
        { record: 'HPR_APPROVED', who: 'admin-2' },
      ],
    },
    failed,
  ],
  warnings: [],
  blocking: failed,
};

describe('the explanation that a recipient has', () => {
  const told = explanationForRecipient(explanation);

  it('says whether an assessment is passed, and no grade, reason or appeal', () => {
    const passed = { code: 'ASSESSMENT_NOT_PASSED', status: 'not_met', evidence: [] };
    expect(told.requirements[1]).toEqual(passed);
    expect(told.blocking).toEqual(passed);
  });

  it('says what the register answered and when, and nobody who has looked', () => {
    expect(told.requirements[0]!.evidence).toEqual([
      { record: 'HPR_REGISTER', value: 'PHYSICIAN', at: '2026-06-01T08:00:00.000Z' },
      { record: 'HPR_APPROVED' },
    ]);
  });

  it('leaves all else as it is', () => {
    expect(told).toMatchObject({ outcome: 'NOT_AWARDED', warnings: [] });
    expect(explanationForRecipient({ ...explanation, blocking: undefined })).not.toHaveProperty('blocking.code');
  });
});

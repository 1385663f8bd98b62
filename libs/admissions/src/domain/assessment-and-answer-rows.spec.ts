import { readAnswers } from './answer-rows';
import { readAssessments } from './assessment-rows';

describe('rows of assessments.csv', () => {
  const row = (application_no: string, assessor: string, score: string) => ({ application_no, assessor, score });
  it('count one assessment per assessor, and every other row as passed over', () => {
    const rows = [
      row('A-1', 'b', '58'),
      row('A-1', 'a', '60'),
      row('A-1', 'a', '61'),
      row('A-2', 'a', '50'),
      row('A-1', 'c', 'sixty'),
      row('A-1', '', '70'),
    ];
    const { byApplication, passedOver } = readAssessments(rows, (applicationNo) => applicationNo === 'A-1');
    expect([...byApplication]).toEqual([
      [
        'A-1',
        [
          { assessor: 'a', score: 60 },
          { assessor: 'b', score: 58 },
        ],
      ],
    ]);
    expect(passedOver).toBe(4);
  });
});

describe('rows of answers.csv', () => {
  const row = (application_no: string, round: string, answer: string, answered_at: string) => ({
    application_no,
    round,
    answer,
    keep_waiting: 'Y',
    answered_at,
  });
  const offers = ['A-1', 'A-2', 'A-3'].map((applicationNo) => ({
    applicationNo,
    replyBy: '2026-05-08T21:59:59.000Z',
  }));
  it('give each offer the answer that counts, or those that were late', () => {
    const rows = [
      row('A-1', '1', 'DECLINE', '2026-05-03T00:00:00+02:00'),
      row('A-1', '1', 'ACCEPT', '2026-05-02T00:00:00+02:00'),
      row('A-1', '1', 'ACCEPT', '2026-05-09T00:00:00+02:00'),
      row('A-2', '1', 'ACCEPT', '2026-05-09T00:00:00+02:00'),
      row('A-3', '1', 'MAYBE', '2026-05-02T00:00:00+02:00'),
      row('A-3', '1', 'ACCEPT', 'tomorrow'),
      row('A-9', '1', 'ACCEPT', '2026-05-02T00:00:00+02:00'),
      row('A-1', '2', 'ACCEPT', '2026-05-02T00:00:00+02:00'),
    ];
    const given = { keepWaiting: true, answeredAt: '2026-05-08T22:00:00.000Z' };
    expect(readAnswers(rows, 1, offers)).toEqual({
      answers: [
        {
          offer: offers[0],
          counts: { answer: 'ACCEPT', keepWaiting: true, answeredAt: '2026-05-01T22:00:00.000Z' },
          late: [],
        },
        { offer: offers[1], late: [{ answer: 'ACCEPT', ...given }] },
      ],
      passedOver: 5,
    });
  });
});

import { appealDeadlineOf, gradingDeadlineOf, reasonsDeadlineOf, workingDaysLeft } from './deadlines';

const paper = (handInBy: string, gradingWeeks = 3) =>
  gradingDeadlineOf({ code: 'PROJECT_PAPER', scale: 'A_TO_F', handInBy, gradingWeeks });

describe('the grading deadline', () => {
  it('is so many weeks from the day of the hand-in', () =>
    expect(paper('2027-06-03T12:00:00.000Z')).toBe('2027-06-24'));

  it.each([
    ['Easter Monday 2027', '2027-03-08T11:00:00.000Z', '2027-03-30'],
    ['the whole of Easter', '2027-03-04T11:00:00.000Z', '2027-03-30'],
    ['Constitution Day, and the Whit Monday it falls on', '2027-04-26T11:00:00.000Z', '2027-05-18'],
    ['Christmas and the weekend after', '2026-12-04T11:00:00.000Z', '2026-12-28'],
  ])('moves past %s', (_, handInBy, deadline) => expect(paper(handInBy)).toBe(deadline));

  it('counts from the day in Norway', () => expect(paper('2027-06-03T22:30:00.000Z')).toBe('2027-06-25'));

  it('is not there without a hand-in', () =>
    expect(gradingDeadlineOf({ code: 'EXAM', scale: 'PASSED_FAILED' })).toBeUndefined());
});

describe('a result', () => {
  const at = '2027-06-24T10:00:00.000Z';

  it('can be asked the reasons of for a week, and appealed for three', () => {
    expect(reasonsDeadlineOf(at)).toBe('2027-07-01');
    expect(appealDeadlineOf(at)).toBe('2027-07-15');
  });

  it('can be appealed for three weeks from its reasons', () =>
    expect(appealDeadlineOf(at, '2027-06-30T08:00:00.000Z')).toBe('2027-07-21'));

  it('that came after the reasons is what counts', () =>
    expect(appealDeadlineOf(at, '2027-06-20T08:00:00.000Z')).toBe('2027-07-15'));
});

describe('working days left', () => {
  it('are counted without weekends and public holidays', () => {
    expect(workingDaysLeft('2027-06-08', '2027-06-24')).toBe(12);
    expect(workingDaysLeft('2027-03-24', '2027-03-30')).toBe(1);
  });

  it('are none on the day and after it', () => {
    expect(workingDaysLeft('2027-06-24', '2027-06-24')).toBe(0);
    expect(workingDaysLeft('2027-06-25', '2027-06-24')).toBe(0);
  });
});

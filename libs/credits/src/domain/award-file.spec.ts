import { awardFile } from './award-file';

describe('awards.csv', () => {
  it('has one line per student, sorted, with reasons and hours as the rules write them', () =>
    expect(
      awardFile([
        {
          studentNo: 'S2',
          attendedHalfHours: 95,
          ectsCredits: { status: 'NOT_MET', reasons: ['ASSESSMENT_MISSING', 'ATTENDANCE_BELOW_MINIMUM'] },
          coursePoints: { status: 'HELD', reasons: ['HPR_UNKNOWN'] },
          warnings: [],
        },
        {
          studentNo: 'S10',
          attendedHalfHours: 120,
          ectsCredits: { status: 'AWARDED', ectsCredits: 7.5 },
          coursePoints: { status: 'AWARDED', coursePoints: 60, lines: [] },
          warnings: ['HPR_BIRTH_DATE_UNKNOWN', 'HPR_NAME_DIFFERS'],
        },
      ]),
    ).toBe(
      '\ufeffstudent_no;attended_hours;ects_credits;ects_reasons;points_status;course_points;points_reasons;warnings\r\n' +
        'S10;60.0;7.5;;AWARDED;60;;HPR_BIRTH_DATE_UNKNOWN,HPR_NAME_DIFFERS\r\n' +
        'S2;47.5;0;ASSESSMENT_MISSING,ATTENDANCE_BELOW_MINIMUM;HELD;0;HPR_UNKNOWN;\r\n',
    ));
});

import { allParts } from '../../apps/contexts';
import { leavesOf } from './codec-leaves';

const leaves = allParts().codecs.flatMap(leavesOf);

const publicTexts = [
  'CertificateCorrected.statement.courseTitle',
  'CertificateCorrected.statement.organiser.name',
  'CertificateCorrected.statement.place',
  'CertificateCorrected.statement.recipient.name',
  'CertificateIssued.statement.courseTitle',
  'CertificateIssued.statement.organiser.name',
  'CertificateIssued.statement.place',
  'CertificateIssued.statement.recipient.name',
  'ClassPlanned.course.courseApproval.title',
  'ClassPlanned.course.organiser.name',
  'ClassPlanned.course.recipient.name',
  'ClassPlanned.course.requirements[].title',
  'ClassPlanned.course.requirements[].title',
  'ClassPlanned.course.sessions[].title',
  'ClassPlanned.programme.title',
  'ClassPlanned.site',
  'CohortPlanned.basis.commissionedBy.name',
  'CohortPlanned.programme.title',
  'CoursePlanned.course.courseApproval.title',
  'CoursePlanned.course.organiser.name',
  'CoursePlanned.course.recipient.name',
  'CoursePlanned.course.requirements[].title',
  'CoursePlanned.course.requirements[].title',
  'CourseTermsRevised.terms.requirements[].title',
  'CourseTermsRevised.terms.requirements[].title',
  'GatheringCancelled.sessions[].title',
  'GatheringRescheduled.before.sessions[].title',
  'GatheringRescheduled.before.venue',
  'GatheringRescheduled.sessions[].title',
  'GatheringRescheduled.title',
  'GatheringRescheduled.venue',
  'GatheringScheduled.sessions[].title',
  'GatheringScheduled.title',
  'GatheringScheduled.venue',
  'IntakeOpened.classes[].site',
  'IntakeOpened.programme.title',
  'MunicipalitiesTakenIn.municipalities[].name',
  'StudentCourseOpened.terms.requirements[].title',
  'StudentCourseOpened.terms.requirements[].title',
  'WebhookRegistered.url',
];

describe('the events of every context', () => {
  it('are looked at', () => {
    expect(leaves.length).toBeGreaterThan(100);
  });

  it('hold no plain text and no number without bounds', () => {
    expect(leaves.filter(({ kind }) => kind.startsWith('plain'))).toEqual([]);
  });

  it('hold public text in these places only: names of things, never of persons', () => {
    expect(
      leaves
        .filter(({ kind }) => kind === 'publicText')
        .map(({ path }) => path)
        .sort(),
    ).toEqual(publicTexts);
  });
});

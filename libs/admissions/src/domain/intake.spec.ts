import { given } from '@kull/kernel/given';
import { demonstrationFolder, readIntakeFolder } from '../../test-model/intake-folder';
import { type IntakeCommand, intake } from './intake';
import type { IntakeEvent } from './intake.events';

const { definition } = readIntakeFolder(demonstrationFolder());
const counts = { qualified: 2, notQualified: 0, needsMore: 0, superseded: 0, verifiedPhysicians: 1 };
const hash = 'ab'.repeat(32);

const opened: IntakeEvent = { type: 'IntakeOpened', data: definition };
const cameIn: IntakeEvent = { type: 'ApplicationsTakenIn', data: { applications: 2 } };
const ranked: IntakeEvent = { type: 'RankingComputed', data: { basis: 1, counts } };
const approved: IntakeEvent = { type: 'RankingApproved', data: { basis: 1 } };
const completed: IntakeEvent = {
  type: 'IntakeCompleted',
  data: { placesHeld: 1, waiting: 1, decisions: 2 },
};

const takeIn = (basis: number): IntakeCommand => ({ type: 'TakeInApplications', data: { basis, applications: 2 } });
const approve: IntakeCommand = { type: 'ApproveRanking', data: {} };

describe('an intake', () => {
  it('is opened by its definition', () => given(intake)().when({ type: 'OpenIntake', data: definition }).then(opened));
  it('is opened once: the same again changes nothing', () =>
    given(intake)(opened)
      .when({ type: 'OpenIntake', data: { ...definition } })
      .thenNothing());
  it('keeps its rules', () =>
    given(intake)(opened)
      .when({ type: 'OpenIntake', data: { ...definition, lotterySeed: 'another' } })
      .rejectedAs({ code: 'INTAKE_DIFFERS' }));
  it('is unknown until it is opened', () => given(intake)().when(takeIn(0)).rejectedAs({ code: 'INTAKE_UNKNOWN' }));
});

describe('what comes in', () => {
  it('is taken in while the intake is open', () => given(intake)(opened).when(takeIn(0)).then(cameIn));
  it('is refused when something else came in since one looked', () =>
    given(intake)(opened, cameIn).when(takeIn(0)).rejectedAs({ code: 'CHANGED_MEANWHILE' }));
  it('is refused once offers are made', () =>
    given(intake)(opened, cameIn, ranked, approved).when(takeIn(1)).rejectedAs({ code: 'INTAKE_DECIDED' }));
  it('takes assessments in the same way', () =>
    given(intake)(opened, cameIn)
      .when({ type: 'TakeInAssessments', data: { basis: 1, applications: 2 } })
      .then({ type: 'AssessmentsTakenIn', data: { applications: 2 } }));
  it('takes the same register once', () => {
    const register = { entries: 169, fingerprint: hash };
    given(intake)(opened)
      .when({ type: 'TakeInHprRegister', data: register })
      .then({ type: 'HprRegisterTakenIn', data: register });
    given(intake)(opened, { type: 'HprRegisterTakenIn', data: register })
      .when({ type: 'TakeInHprRegister', data: register })
      .thenNothing();
  });
  it('takes other names of municipalities at any time, for nothing is decided by them', () => {
    const municipalities = [{ code: '5035', name: 'Stjørdal' }];
    given(intake)(opened, cameIn, ranked, approved)
      .when({ type: 'TakeInMunicipalities', data: { municipalities } })
      .then({ type: 'MunicipalitiesTakenIn', data: { municipalities } });
  });
});

describe('a ranking', () => {
  it('is computed on all that has come in', () =>
    given(intake)(opened, cameIn)
      .when({ type: 'ComputeRanking', data: { basis: 1, counts } })
      .then(ranked));
  it('is refused when more has come in meanwhile', () =>
    given(intake)(opened, cameIn, cameIn)
      .when({ type: 'ComputeRanking', data: { basis: 1, counts } })
      .rejectedAs({ code: 'CHANGED_MEANWHILE' }));
  it('of many applications is written a part at a time, each part once', () => {
    const part = { basis: 1, applications: 2_000 };
    given(intake)(opened, cameIn)
      .when({ type: 'JudgeApplications', data: part })
      .then({ type: 'ApplicationsJudged', data: part });
    given(intake)(opened, cameIn, { type: 'ApplicationsJudged', data: part })
      .when({ type: 'JudgeApplications', data: part })
      .thenNothing();
  });
  it('stands when offers are made by it', () => given(intake)(opened, cameIn, ranked).when(approve).then(approved));
  it('stands once', () => given(intake)(opened, cameIn, ranked, approved).when(approve).thenNothing());
  it('does not stand when something came in after it', () =>
    given(intake)(opened, cameIn, ranked, cameIn).when(approve).rejectedAs({ code: 'NOT_RANKED' }));
});

describe('the end of an intake', () => {
  const complete: IntakeCommand = { type: 'CompleteIntake', data: { placesHeld: 1, waiting: 1, decisions: 2 } };
  it('comes once', () => {
    given(intake)(opened, cameIn, ranked, approved).when(complete).then(completed);
    given(intake)(opened, cameIn, ranked, approved, completed).when(complete).thenNothing();
  });
  it('does not come before offers', () =>
    given(intake)(opened, cameIn, ranked).when(complete).rejectedAs({ code: 'NOT_RANKED' }));
});

import { EventStore } from '@kull/event-store';
import { addDays, type Instant, instantInOslo } from '@kull/kernel';
import { ChooseReminders } from '@kull/reminders/commands/choose-reminders';
import { CommandBus } from '@nestjs/cqrs';
import { stringify } from 'csv-stringify/sync';
import type { TestApi } from '../../harness/api';
import { CourseClient } from '../../rules/course-client';
import { by, PROGRAMME } from './office';
import { onTheWall } from './oslo-clock';
import {
  type Applicant,
  type Application,
  type IntakeWish,
  offersOn,
  type SmallIntake,
  windowOf,
} from './small-intake';

type Row = Readonly<Record<string, string>>;

const csv = (rows: readonly Row[]): Buffer =>
  Buffer.from(stringify([...rows], { header: true, delimiter: ';', record_delimiter: '\r\n' }));

/** intake.json. */
const definitionOf = (intake: SmallIntake): object => ({
  intake: intake.code,
  programme: { ...PROGRAMME, ectsCredits: 30, level: 7, mode: 'IN_PERSON' },
  window: windowOf(intake),
  commissionedPlaces: 54,
  maxPerMunicipalityPerClass: 8,
  lotterySeed: intake.code,
  rounds: [
    {
      round: 1,
      offersAt: instantInOslo(offersOn(intake), '09:00:00'),
      replyBy: instantInOslo(addDays(offersOn(intake), 14), '23:59:59'),
    },
  ],
  classes: [
    {
      code: `${intake.code}-1`,
      site: 'Bergen',
      capacity: 54,
      earmarkedPhysicianPlaces: 0,
      startsOn: addDays(intake.closesOn, 180),
      endsOn: addDays(intake.closesOn, 460),
    },
  ],
  targetServiceAreas: ['HOME_CARE'],
  requirements: {
    minAge: 25,
    minYearsExperience: 4,
    minYearsExperienceWithMaster: 3,
    minEctsCredits: 180,
    priorLearningFromEctsCredits: 90,
  },
  bonus: { recommendation: 3, sameMunicipalityDifferentService: 2 },
  thirdAssessmentWhenDifferenceAbove: 20,
});

interface Sent {
  readonly submittedAt: Instant;
  readonly number: string;
  readonly application: Application;
}

/** Does in the service what applicants do in the small intake, and the office with what they sent. */
export class IntakeOffice {
  /** Whose each draft is. */
  readonly drafts = new Map<string, string>();
  /** All that each of them has sent. */
  private readonly sent = new Map<string, Sent[]>();
  private readonly client: CourseClient;
  private path = '';

  constructor(
    private readonly intake: SmallIntake | undefined,
    private readonly applicants: readonly Applicant[],
    private readonly api: TestApi,
  ) {
    this.client = new CourseClient(api);
  }

  async open(): Promise<void> {
    if (!this.intake) return;
    const { id } = await this.said<{ id: string }>(201, '/intakes', definitionOf(this.intake));
    this.path = `/intakes/${id}`;
  }

  async carryOut(wish: IntakeWish): Promise<void> {
    switch (wish.kind) {
      case 'save draft': {
        const { nationalId, familyName, givenNames, email, language } = this.named(wish.applicant);
        const answers = { employer: `Kommune ${wish.at}` };
        const draft = { nationalId, familyName, givenNames, email, language, answers };
        const answer = await this.client.put<{ id: string }>(`${this.path}/drafts`, draft);
        if (answer.status !== 200) throw new Error(`draft: ${answer.status} ${answer.text}`);
        this.drafts.set(answer.json().id, wish.applicant);
        return;
      }
      case 'decline drafts': {
        const command = new ChooseReminders(
          await this.personOf(wish.applicant),
          ['DRAFT_NOT_SENT'],
          'decline',
          by(wish.at),
        );
        await this.api.app.get(CommandBus).execute(command);
        return;
      }
      case 'apply': {
        const before = this.sent.get(wish.applicant) ?? [];
        const number = `${wish.applicant}-${before.length + 1}`;
        return this.send(wish.applicant, [...before, { number, submittedAt: wish.at, application: wish.application }]);
      }
      case 'supplement': {
        const before = this.sent.get(wish.applicant)!;
        const { application, ...last } = before.at(-1)!;
        const confirmed = { ...last, application: { ...application, isConfirmed: true } };
        return this.send(wish.applicant, [...before.slice(0, -1), confirmed]);
      }
      case 'rank': {
        const rows = [...this.sent.values()]
          .flat()
          .flatMap(({ number }) =>
            ['assessor-a', 'assessor-b'].map((assessor) => ({ application_no: number, assessor, score: '40' })),
          );
        await this.said(200, `${this.path}/assessment-imports`, csv(rows));
        await this.said(200, `${this.path}/ranking-runs`, {});
        return;
      }
    }
  }

  private async send(no: string, sent: Sent[]): Promise<void> {
    this.sent.set(no, sent);
    const { takenIn } = await this.said<{ takenIn: number }>(
      200,
      `${this.path}/application-imports`,
      csv([this.rowOf(this.named(no), sent.at(-1)!)]),
    );
    if (takenIn !== 1) throw new Error(`the application of ${no} was not taken in`);
  }

  private rowOf(applicant: Applicant, { number, submittedAt, application }: Sent): Row {
    const { isConfirmed, needsAssessment, isLeader } = application;
    return {
      application_no: number,
      submitted_at: submittedAt,
      family_name: applicant.familyName,
      given_names: applicant.givenNames,
      national_id: applicant.nationalId,
      email: applicant.email,
      phone: '+4740000000',
      language: applicant.language,
      municipality_code: '4601',
      employer: 'Bergen kommune',
      employer_org_no: '964338531',
      service_area: 'HOME_CARE',
      profession: 'NURSE',
      position_title: 'Avdelingsleder',
      leader_role: isLeader ? 'Y' : 'N',
      personnel_responsibility: 'Y',
      budget_responsibility: 'Y',
      years_experience: '7',
      highest_education: needsAssessment ? 'NONE' : 'BACHELOR',
      ects_credits: needsAssessment ? '120' : '180',
      physician: 'N',
      physician_role: '',
      hpr_number: '',
      employer_confirmed_at: isConfirmed ? onTheWall(submittedAt).date : '',
      recommended_by: '',
      class_wishes: `${this.intake!.code}-1`,
    };
  }

  private async personOf(no: string): Promise<string> {
    const [draft] = [...this.drafts].find(([, whose]) => whose === no)!;
    const [saved] = await this.api.app.get(EventStore).readStream(`application-draft-${draft}`);
    return (saved!.data as { personId: string }).personId;
  }

  private named(no: string): Applicant {
    return this.applicants.find((one) => one.no === no)!;
  }

  private async said<T>(status: number, path: string, body: Buffer | object): Promise<T> {
    const answer = await this.client.post<T>(path, body);
    if (answer.status !== status) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return answer.json();
  }
}

import { AnswerOffer } from '@kull/admissions/commands/answer-offer';
import { EventStore } from '@kull/event-store';
import { type Instant, type LocalDate, newUuid } from '@kull/kernel';
import { People } from '@kull/people';
import { ChooseReminders } from '@kull/reminders/commands/choose-reminders';
import type { ClassPlan } from '@kull/teaching/contracts';
import { programmeClass } from '@kull/teaching/domain/class';
import type { ClassCommand } from '@kull/teaching/domain/class.commands';
import { type EnrolmentCommand, enrolment } from '@kull/teaching/domain/enrolment';
import { classIdOf, enrolmentIdOf } from '@kull/teaching/domain/ids';
import { CommandBus } from '@nestjs/cqrs';
import type { TestApi } from '../../harness/api';
import { CourseClient } from '../../rules/course-client';
import { onTheWall } from './oslo-clock';
import type { ProgrammeWish, Scenario, Student } from './scenario';
import { course, gatheringFrom } from './timetable';

export const PROGRAMME = { code: 'NLP', title: 'Nasjonal lederutdanning for primærhelsetjenesten' };
export const INTAKE = 'NLP-SIM';

/** What an act of the office, or of a student, is said with. */
export const by = (occurredAt: Instant) => ({ commandId: newUuid(), actor: 'admin-1', occurredAt });

/** Does in the service what people do in a year. */
export class YearOffice {
  /** By number of the student. */
  readonly persons = new Map<string, string>();
  /** By place of the class in the scenario. */
  readonly classIds: string[] = [];

  constructor(
    private readonly scenario: Scenario,
    private readonly api: TestApi,
  ) {}

  /** The year of each class, planned and open. */
  async planClasses(at: Instant): Promise<void> {
    for (const [home, { code, firstDays }] of this.scenario.classes.entries()) {
      const plan: ClassPlan = {
        code,
        site: 'Oslo',
        capacity: 54,
        ...this.scenario.period,
        programme: PROGRAMME,
        intake: INTAKE,
      };
      const classId = classIdOf(plan);
      this.classIds.push(classId);
      const gatherings = firstDays.map((first, index) => gatheringFrom(index + 1, first));
      const planned = await this.askClass(home, { type: 'PlanYear', data: { classId, plan, course, gatherings } }, at);
      if (!planned || !(await this.askClass(home, { type: 'OpenClass', data: {} }, at)))
        throw new Error(`${code} was not planned`);
    }
  }

  /** Everybody in the class that they begin in. */
  async enrolStudents(students: readonly Student[], at: Instant): Promise<void> {
    const ids = await this.api.app.get(People).register(
      students.map(({ no, email, language }) => ({
        nationalId: `${INTAKE}-${no}`,
        familyName: `Nordmann ${no}`,
        givenNames: 'Kari',
        birthDate: '1980-01-15',
        email,
        language,
        asOf: at,
      })),
    );
    for (const [index, { no, home }] of students.entries()) {
      this.persons.set(no, ids[index]!);
      if (!(await this.enrol(no, home, this.scenario.period.startsOn, at))) throw new Error(`${no} is not in`);
    }
  }

  /** Does it, if the service takes it. */
  async carryOut(wish: ProgrammeWish): Promise<boolean> {
    const { at } = wish;
    const on = onTheWall(at).date;
    switch (wish.kind) {
      case 'move': {
        const classId = this.classIds[wish.home]!;
        const gathering = gatheringFrom(wish.number, wish.to);
        return this.askClass(wish.home, { type: 'RescheduleGathering', data: { classId, gathering, on } }, at);
      }
      case 'plan again': {
        const classId = this.classIds[wish.home]!;
        const gathering = gatheringFrom(wish.number, wish.to);
        return this.askClass(wish.home, { type: 'ScheduleGathering', data: { classId, gathering } }, at);
      }
      case 'cancel': {
        const data = { classId: this.classIds[wish.home]!, number: wish.number, on, reasonClass: 'OTHER' } as const;
        return this.askClass(wish.home, { type: 'CancelGathering', data }, at);
      }
      case 'withdraw':
        return this.askStudent(wish.no, { type: 'WithdrawStudent', data: { on, reasonClass: 'OTHER' } }, at);
      case 'leave': {
        const { until } = wish;
        const data = { from: on, ...(until !== undefined && { until }), reasonClass: 'OTHER' } as const;
        return this.askStudent(wish.no, { type: 'GrantLeave', data }, at);
      }
      case 'transfer': {
        const to = { classId: this.classIds[wish.to]!, classCode: this.scenario.classes[wish.to]!.code };
        if (!(await this.askStudent(wish.no, { type: 'TransferStudent', data: { to, on } }, at))) return false;
        if (!(await this.enrol(wish.no, wish.to, on, at))) throw new Error('transferred to nowhere');
        return true;
      }
      case 'decline': {
        const command = new ChooseReminders(this.persons.get(wish.no)!, ['GATHERING'], 'decline', by(at));
        await this.api.app.get(CommandBus).execute(command);
        return true;
      }
      case 'lock': {
        const path = `/classes/${this.classIds[wish.home]}/registers/${wish.session}/locks`;
        return (await new CourseClient(this.api).post(path, {})).status === 200;
      }
      case 'answer': {
        const answer = { answer: wish.accepts ? 'ACCEPT' : 'DECLINE', keepWaiting: false, answeredAt: at } as const;
        return (
          'accepted' in (await this.api.app.get(CommandBus).execute(new AnswerOffer(wish.offerId, answer, by(at))))
        );
      }
    }
  }

  enrol(no: string, home: number, enteredOn: LocalDate, at: Instant): Promise<boolean> {
    const classId = this.classIds[home]!;
    const data = {
      classId,
      classCode: this.scenario.classes[home]!.code,
      programme: PROGRAMME.code,
      intake: INTAKE,
      personId: this.persons.get(no)!,
      studentNo: no,
      participantStatus: 'OTHER',
      fingerprint: '0'.repeat(64),
      capacity: 200,
      enteredOn,
    };
    return this.execute(enrolment, enrolmentIdOf(classId, no), { type: 'EnrolStudent', data }, at);
  }

  askClass(home: number, command: ClassCommand, at: Instant): Promise<boolean> {
    return this.execute(programmeClass, this.classIds[home]!, command, at);
  }

  /** Where the student is now. */
  private async askStudent(no: string, command: EnrolmentCommand, at: Instant): Promise<boolean> {
    for (const classId of this.classIds) {
      const id = enrolmentIdOf(classId, no);
      const { state } = await this.api.app.get(EventStore).load(enrolment, id);
      if (state.status !== 'none' && (await this.execute(enrolment, id, command, at))) return true;
    }
    return false;
  }

  private async execute(
    decider: typeof programmeClass | typeof enrolment,
    id: string,
    command: ClassCommand | EnrolmentCommand,
    at: Instant,
  ): Promise<boolean> {
    const outcome = await this.api.app
      .get(EventStore)
      .execute(decider as typeof enrolment, id, command as EnrolmentCommand, by(at));
    return 'accepted' in outcome && outcome.accepted.events.length > 0;
  }
}

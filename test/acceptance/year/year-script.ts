import type { AbsenceSteps } from './absence-steps';
import type { PlanningSteps } from './planning-steps';
import type { StudentSteps } from './student-steps';
import type { YearClass, YearModel } from './year-model';

type Act = () => Promise<void>;

/** What happens in the year besides the gatherings: before one of a class, and after it. */
export class YearScript {
  private readonly people = new Map<string, string>();
  private readonly oslo1: YearClass;
  private readonly oslo2: YearClass;
  private readonly oslo3: YearClass;
  private readonly trondheim: YearClass;

  constructor(
    private readonly model: YearModel,
    private readonly students: StudentSteps,
    private readonly absences: AbsenceSteps,
    private readonly planning: PlanningSteps,
  ) {
    const [oslo1, oslo2, oslo3, trondheim] = ['OSLO-1', 'OSLO-2', 'OSLO-3', 'TRONDHEIM-1'].map((code) =>
      model.byCode(code),
    );
    [this.oslo1, this.oslo2, this.oslo3, this.trondheim] = [oslo1!, oslo2!, oslo3!, trondheim!];
  }

  /** August: every class is full. */
  async start(): Promise<void> {
    const { students, planning, oslo1, oslo2, oslo3 } = this;
    await planning.openCalendars(oslo3, this.one('calendar', oslo3));
    await students.capacityRefused(oslo1, 53, '409 PLACES_TAKEN');
    await students.capacityRefused(oslo1, 55, '409 COMMISSIONED_PLACES_EXCEEDED');
    await students.transferRefused(this.one('early', oslo1), oslo2, '409 CLASS_FULL');
    await students.withdraw(students.pick(oslo2));
    await students.enterAtOnce(oslo2);
  }

  /** In the week before a gathering. */
  readonly before: Readonly<Record<string, Act>> = {
    'OSLO-1 1': async () => {
      await this.absences.tell(this.one('guest', this.oslo1), 1, 'EXCUSED');
      await this.absences.tell(this.one('unexcused', this.oslo1), 1, 'NOT_EXCUSED');
      await this.absences.tell(this.one('there after all', this.oslo1), 1, 'WITHDRAWN');
      await this.absences.makeUpRefused(this.one('guest', this.oslo1), 1, this.oslo2);
    },
    'OSLO-2 2': async () => {
      await this.absences.tell(this.one('second guest', this.oslo2), 2, 'COMPENSATED');
      await this.absences.makeUp(this.one('second guest', this.oslo2), 2, this.oslo3);
      await this.absences.makeUpRefused(this.one('unlucky', this.oslo2), 2, this.oslo3);
      await this.students.enterRefused(this.oslo3);
    },
    'OSLO-2 3': async () => {
      const [hesitant, leaving] = [this.one('hesitant', this.oslo2), this.one('leaving', this.oslo2)];
      await this.absences.tell(hesitant, 3, 'EXCUSED');
      await this.absences.makeUp(hesitant, 3, this.oslo3);
      await this.absences.cancelMakeUp(hesitant, 3, this.oslo3);
      await this.absences.makeUp(leaving, 3, this.oslo3);
      await this.absences.makeUpRefused(hesitant, 3, this.oslo3);
      // Who stops gives the seat back as well (I-26).
      await this.students.withdraw(leaving);
      await this.absences.makeUp(hesitant, 3, this.oslo3);
    },
    'TRONDHEIM-1 5': async () => {
      await this.absences.tell(this.one('traveller', this.trondheim), 5, 'EXCUSED');
      await this.absences.makeUp(this.one('traveller', this.trondheim), 5, this.oslo2);
    },
  };

  /** On the day after a gathering. */
  readonly after: Readonly<Record<string, Act>> = {
    'OSLO-1 1': async () => {
      await this.students.withdraw(this.students.pick(this.oslo2));
      await this.absences.makeUp(this.one('guest', this.oslo1), 1, this.oslo2);
      await this.absences.makeUpRefused(this.one('unexcused', this.oslo1), 1, this.oslo2);
      await this.students.enterRefused(this.oslo2);
    },
    'OSLO-2 1': async () => {
      await this.absences.checkMadeUp(this.one('guest', this.oslo1), 1, this.oslo2);
      await this.students.transfer(this.one('there and back', this.oslo1), this.oslo2);
      await this.students.enter(this.oslo1);
      await this.students.enterRefused(this.oslo1);
    },
    'OSLO-3 1': async () => {
      await this.students.withdraw(this.students.pick(this.oslo3));
      await this.students.withdraw(this.students.pick(this.oslo3));
      await this.students.changeCapacity(this.oslo3, 52);
      await this.students.enterRefused(this.oslo3);
      await this.students.capacityRefused(this.oslo3, 51, '409 PLACES_TAKEN');
      await this.students.changeCapacity(this.oslo3, 54);
      await this.students.enter(this.oslo3);
    },
    'OSLO-1 2': async () => {
      await this.students.grantLeave(this.one('away', this.oslo3));
      await this.students.transferRefused(this.one('away', this.oslo3), this.oslo1, '409 ON_LEAVE');
    },
    'TRONDHEIM-1 2': async () => {
      await this.students.withdraw(this.students.pick(this.trondheim));
      await this.students.transfer(this.one('northbound', this.oslo1), this.trondheim);
    },
    'OSLO-3 2': async () => {
      await this.absences.checkMadeUp(this.one('second guest', this.oslo2), 2, this.oslo3);
      await this.students.endLeave(this.one('away', this.oslo3));
      await this.students.transfer(this.one('there and back', this.oslo1), this.oslo1);
    },
    'OSLO-3 3': async () => {
      await this.absences.checkMadeUp(this.one('hesitant', this.oslo2), 3, this.oslo3);
      for (let i = 0; i < 3; i++) await this.students.withdraw(this.students.pick(this.oslo3));
      await this.planning.rebalance();
    },
    'OSLO-1 4': () => this.planning.move(this.oslo3, 4, 7),
    'OSLO-2 5': () => this.absences.checkMadeUp(this.one('traveller', this.trondheim), 5, this.oslo2),
    'OSLO-1 5': () => this.students.transfer(this.one('twice there', this.oslo1), this.oslo2),
  };

  /** A person of the story: of that class when met first. */
  private one(role: string, of: YearClass): string {
    const no = this.people.get(role) ?? this.students.pick(of);
    this.people.set(role, no);
    return no;
  }

  /** Those of the story who have been met, and are still there. */
  get metSoFar(): readonly string[] {
    return [...this.people.values()].filter((no) => this.model.student(no).classId !== undefined);
  }
}

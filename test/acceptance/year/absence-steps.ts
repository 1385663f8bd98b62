import { type AttendancePlan, absent, ill } from './attendance-plan';
import { checkStep } from './year-checks';
import type { YearClass } from './year-model';
import type { YearWorld } from './year-world';

interface AbsenceJson {
  readonly id: string;
  readonly status: string;
  readonly consequences: readonly { readonly status: string; readonly hoursLeftToLose: number }[];
}

interface OptionJson {
  readonly class: { readonly id: string; readonly code: string };
  readonly seatsLeft: number;
  readonly possible: boolean;
  readonly whyNot?: { readonly code: string };
}

export type Answered = 'EXCUSED' | 'NOT_EXCUSED' | 'WITHDRAWN' | 'COMPENSATED';

/** Absence told in advance, and gatherings made up for in another class (W16). */
export class AbsenceSteps {
  constructor(
    private readonly world: YearWorld,
    private readonly plan: AttendancePlan,
  ) {}

  /** Told, decided by a person, and what it means is what the model finds; nothing gives hours or lowers a requirement (I-32). */
  async tell(no: string, gathering: number, answered: Answered): Promise<void> {
    const { client, model } = this.world;
    const home = model.byId(model.student(no).classId!);
    const sessions = home.timetable.of(gathering).map(({ code }) => code);
    const hours = model.hoursOf(no);
    const told = await client.post<AbsenceJson>(`/classes/${home.id}/absences`, {
      studentNo: no,
      sessions,
      reason: 'ILLNESS',
    });
    const { status, leftToLose } = model.standingWithout(no, sessions);
    expect(told.consequences).toMatchObject([{ status, hoursLeftToLose: leftToLose / 2 }]);
    await this.answer(`/absences/${told.id}`, answered);
    if (answered !== 'WITHDRAWN') this.plan.tell(no, home.id, gathering, answered === 'NOT_EXCUSED' ? absent : ill);
    expect([no, model.hoursOf(no)]).toEqual([no, hours]);
    await checkStep(this.world, `${no} will be away from gathering ${gathering}: ${answered}`);
  }

  private async answer(path: string, answered: Answered): Promise<void> {
    const { client } = this.world;
    const decide = (body: object) => client.post<AbsenceJson>(`${path}/decisions`, body);
    if (answered === 'WITHDRAWN') {
      expect(await client.post(`${path}/withdrawals`)).toMatchObject({ status: 'WITHDRAWN' });
      return;
    }
    const decision =
      answered === 'NOT_EXCUSED'
        ? { outcome: 'NOT_EXCUSED', reason: 'REASON_NOT_VALID' }
        : { outcome: 'EXCUSED', basis: 'STATEMENT' };
    expect(await decide(decision)).toMatchObject({ status: decision.outcome });
    if (answered === 'COMPENSATED') await client.post(`${path}/compensations`, { task: 'ESSAY' });
  }

  /** A seat at the same gathering in another class, as the options said. */
  async makeUp(no: string, gathering: number, host: YearClass): Promise<void> {
    const { client, model } = this.world;
    expect(await this.optionIn(no, gathering, host)).toMatchObject({ possible: true });
    await client.post(this.pathOf(no, 'make-ups'), { studentNo: no, gathering, in: host.id });
    model.student(no).seats.push({ classId: host.id, gathering });
    expect(this.seatsLeft(gathering, host)).toBeGreaterThanOrEqual(0);
    await checkStep(this.world, `${no} makes up for gathering ${gathering} in ${host.code}`);
  }

  /** What the guest attended there counts at home. */
  async checkMadeUp(no: string, gathering: number, host: YearClass): Promise<void> {
    const { client, model } = this.world;
    const codes = host.timetable.of(gathering).map(({ code }) => code);
    const { data } = await client.get<{ data: { session: string; attendedHours: number; attendedIn?: string }[] }>(
      `/classes/${model.student(no).classId}/students/${no}/attendance`,
    );
    const there = data.filter(({ session, attendedHours }) => codes.includes(session) && attendedHours > 0);
    expect([no, there.length > 0, new Set(there.map(({ attendedIn }) => attendedIn))]).toEqual([
      no,
      true,
      new Set([host.id]),
    ]);
  }

  /** A full class refuses, as the options said. */
  async makeUpRefused(no: string, gathering: number, host: YearClass): Promise<void> {
    const refused = { possible: false, whyNot: { code: 'PLACES_TAKEN' } };
    expect(await this.optionIn(no, gathering, host)).toMatchObject(refused);
    const wish = { studentNo: no, gathering, in: host.id };
    expect(await this.world.client.refused(this.pathOf(no, 'make-ups'), wish)).toBe('409 PLACES_TAKEN');
    await checkStep(this.world, `${no} gets no seat in ${host.code}`);
  }

  async cancelMakeUp(no: string, gathering: number, host: YearClass): Promise<void> {
    const { client, model } = this.world;
    await client.post(this.pathOf(no, 'make-up-cancellations'), { studentNo: no, gathering, in: host.id });
    const student = model.student(no);
    student.seats = student.seats.filter((seat) => seat.classId !== host.id || seat.gathering !== gathering);
    await checkStep(this.world, `${no} gives the seat in ${host.code} back`);
  }

  private async optionIn(no: string, gathering: number, host: YearClass): Promise<OptionJson> {
    const query = `studentNo=${no}&gathering=${gathering}`;
    const { data } = await this.world.client.get<{ data: OptionJson[] }>(
      `${this.pathOf(no, 'make-up-options')}?${query}`,
    );
    const option = data.find((one) => one.class.id === host.id)!;
    expect([no, option.seatsLeft]).toEqual([no, this.seatsLeft(gathering, host)]);
    return option;
  }

  /** Places that neither students nor guests of the gathering have. */
  private seatsLeft(gathering: number, { id, capacity }: YearClass): number {
    const { model } = this.world;
    const guests = [...model.students.values()].filter(({ seats }) =>
      seats.some((seat) => seat.classId === id && seat.gathering === gathering),
    );
    return capacity - model.studentsOf(id).length - guests.length;
  }

  private pathOf(no: string, what: string): string {
    return `/classes/${this.world.model.student(no).classId}/${what}`;
  }
}

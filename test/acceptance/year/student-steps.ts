import { addDays } from '@kull/kernel';
import { dayOf } from './timetable';
import { checkStep, checkStudent } from './year-checks';
import type { YearClass } from './year-model';
import type { YearWorld } from './year-world';

/** Students who come, go and change class; every step is asked of the service and then held against the model. */
export class StudentSteps {
  private readonly chosen = new Set<string>();
  private entered = 0;

  constructor(private readonly world: YearWorld) {}

  get today(): string {
    return dayOf(this.world.now);
  }

  get tomorrow(): string {
    return addDays(this.today, 1);
  }

  /** Somebody of the class to whom nothing has happened yet. */
  pick(of: YearClass): string {
    const { model, chance } = this.world;
    const { no } = chance.oneOf(model.studentsOf(of.id).filter((one) => !this.chosen.has(one.no)));
    this.chosen.add(no);
    return no;
  }

  /** The place is free at once (I-26). */
  async withdraw(no: string): Promise<void> {
    const { client, model } = this.world;
    const body = { on: this.tomorrow, reasonClass: 'NEW_JOB', reason: 'Ny stilling i en annen kommune' };
    await client.post(this.pathOf(no, 'withdrawals'), body);
    model.leave(no, this.tomorrow, this.today);
    await checkStep(this.world, `${no} withdrew`);
  }

  /** History stays: nothing attended is lost or counted twice (I-27). */
  async transfer(no: string, to: YearClass): Promise<void> {
    const { client, model } = this.world;
    await checkStudent(this.world, no);
    const before = model.hoursOf(no);
    await client.post(this.pathOf(no, 'transfers'), { to: to.id, on: this.tomorrow, reason: 'Har flyttet' });
    model.transfer(no, to.id, this.tomorrow, this.today);
    expect([no, model.hoursOf(no)]).toEqual([no, before]);
    await checkStudent(this.world, no);
    await checkStep(this.world, `${no} went to ${to.code}`);
  }

  async transferRefused(no: string, to: YearClass, code: string): Promise<void> {
    const body = { to: to.id, on: this.tomorrow };
    expect(await this.world.client.refused(this.pathOf(no, 'transfers'), body)).toBe(code);
    await checkStep(this.world, `${no} did not come to ${to.code}`);
  }

  /** Somebody new, from tomorrow on. */
  async enter(into: YearClass): Promise<string> {
    const { client, model } = this.world;
    const body = this.entry();
    await client.post(`/classes/${into.id}/enrolments`, body);
    model.enrol(body.studentNo, into.id, body.enteredOn);
    await checkStep(this.world, `${body.studentNo} entered ${into.code}`);
    return body.studentNo;
  }

  async enterRefused(into: YearClass): Promise<void> {
    expect(await this.world.client.refused(`/classes/${into.id}/enrolments`, this.entry())).toBe('409 CLASS_FULL');
    await checkStep(this.world, `nobody entered ${into.code}`);
  }

  /** Three want the one place at the same time, and one gets it (I-21, I-26). */
  async enterAtOnce(into: YearClass): Promise<void> {
    const { client, model } = this.world;
    const wishes = [this.entry(), this.entry(), this.entry()];
    const answers = await Promise.all(
      wishes.map((body) => client.ask<{ code?: string }>('POST', `/classes/${into.id}/enrolments`, body)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const got = wishes[answers.findIndex(({ status }) => status === 201)]!;
    model.enrol(got.studentNo, into.id, got.enteredOn);
    await checkStep(this.world, `one of three entered ${into.code}`);
  }

  async grantLeave(no: string): Promise<void> {
    const { client, model } = this.world;
    await client.post(this.pathOf(no, 'leaves'), { from: this.tomorrow, reasonClass: 'FAMILY' });
    model.student(no).leaves.push({ from: this.tomorrow });
    await checkStep(this.world, `${no} is on leave`);
  }

  async endLeave(no: string): Promise<void> {
    const { client, model } = this.world;
    await client.post(this.pathOf(no, 'leave-ends'), { on: this.tomorrow });
    const { leaves } = model.student(no);
    leaves.push({ ...leaves.pop()!, until: this.tomorrow });
    await checkStep(this.world, `${no} is back`);
  }

  /** Places are closed and opened, never below those taken, and never above those commissioned (I-21, I-22). */
  async changeCapacity(of: YearClass, capacity: number): Promise<void> {
    await this.world.client.post(`/classes/${of.id}/capacity-changes`, { capacity });
    of.capacity = capacity;
    await checkStep(this.world, `${of.code} has ${capacity} places`);
  }

  async capacityRefused(of: YearClass, capacity: number, code: string): Promise<void> {
    const path = `/classes/${of.id}/capacity-changes`;
    expect(await this.world.client.refused(path, { capacity })).toBe(code);
    await checkStep(this.world, `${of.code} has no ${capacity} places`);
  }

  private entry() {
    const { familyName, givenNames, nationalId } = this.world.newPerson();
    const studentNo = `L26-${String(++this.entered).padStart(3, '0')}`;
    return { studentNo, familyName, givenNames, nationalId, participantStatus: 'NURSE', enteredOn: this.tomorrow };
  }

  private pathOf(no: string, what: string): string {
    return `/classes/${this.world.model.student(no).classId}/students/${no}/${what}`;
  }
}

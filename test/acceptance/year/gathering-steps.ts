import { newUuid } from '@kull/kernel';
import { type AttendancePlan, absent, present, type Seen, saidBy } from './attendance-plan';
import { signInOnPaper } from './paper-step';
import { endOf, type YearSession } from './timetable';
import { checkRegister, checkStep } from './year-checks';
import type { YearClass } from './year-model';
import { moveClockTo, type YearWorld } from './year-world';

const MINUTE = 60_000;

interface Mark {
  readonly id: string;
  readonly studentNo: string;
  readonly session: string;
}

interface Batch {
  readonly device: string;
  readonly observedBy: string;
  readonly marks: readonly Mark[];
}

interface BatchAnswer {
  readonly recorded: number;
  readonly unchanged: number;
  readonly conflicts: number;
  readonly rejected: number;
  readonly marks: readonly { readonly id: string; readonly status: string; readonly code?: string }[];
}

/** The six gatherings of a class, held one half-day after the other by the devices at its door. */
export class GatheringSteps {
  /** What devices have sent of the gathering that is on, by class: it may all be sent again. */
  private readonly sent = new Map<string, Batch[]>();
  private readonly doorCodes = new Map<string, string>();
  private turn = 0;

  constructor(
    private readonly world: YearWorld,
    private readonly plan: AttendancePlan,
  ) {}

  /** One half-day: each is marked in the way that its place in the gathering has. */
  async hold(of: YearClass, session: YearSession): Promise<void> {
    const { world } = this;
    await moveClockTo(world, session.startsAt + 20 * MINUTE);
    const sessions = of.timetable.of(session.gathering);
    const expected = world.model.expectedIn(of.id, session);
    switch (sessions.indexOf(session)) {
      case 1:
        await this.byList(of, session, expected);
        await this.inConflict(of, session);
        break;
      case 2:
        await this.byList(of, session, await this.atTheDoor(of, session, expected));
        break;
      case 3:
        await this.byList(of, session, await this.bySelf(of, session, expected));
        break;
      case 4:
        // This device has no coverage: what it holds is sent at the next half-day, with that one's.
        return;
      case 5:
        await this.late(of, sessions[4]!, session);
        break;
      default:
        if (session === sessions.at(-1) && this.turn++ % 4 === 0) await this.onPaper(of, session, expected);
        else await this.byList(of, session, expected);
    }
    const lock = `/classes/${of.id}/registers/${session.code}/locks`;
    if (session === sessions.at(-1)) expect(await world.client.refused(lock)).toBe('409 SESSION_NOT_OVER');
    await checkRegister(world, of, session.code);
    await checkStep(world, `${of.code} ${session.code}`);
  }

  /** When it is over: everything is sent again, the registers are locked, and then only corrections change them. */
  async close(of: YearClass, gathering: number): Promise<void> {
    const { world } = this;
    const sessions = of.timetable.of(gathering);
    await moveClockTo(world, endOf(sessions.at(-1)!) + 30 * MINUTE);
    await this.sendAgain(of);
    for (const { code } of sessions) await this.lock(of, code);
    const [first] = sessions;
    const mark = this.markOf(first!, world.model.expectedIn(of.id, first!)[0]!, present, first!.startsAt);
    const tooLate = { device: 'phone-1', observedBy: 'anna', marks: [mark] };
    const refused = { marks: [{ code: 'REGISTER_LOCKED' }] };
    expect(await world.client.post(`/classes/${of.id}/mark-batches`, tooLate)).toMatchObject(refused);
    await this.correct(of, first!);
    await checkStep(world, `${of.code} gathering ${gathering} closed`);
  }

  private async lock({ id, timetable }: YearClass, code: string): Promise<void> {
    const { model, client } = this.world;
    const register = model.register(id, code);
    const counts = await client.post(`/classes/${id}/registers/${code}/locks`);
    register.isLocked = true;
    const there = [...register.said.values()].filter(({ presence }) => presence === 'PRESENT').length;
    const expected = model.expectedIn(id, timetable.session(code)).length;
    expect(counts).toMatchObject({ status: 'locked', expected, present: there, conflicts: 0 });
  }

  /** A locked register is changed by hand, with a reason: whoever was missed first is found to have been there. */
  private async correct(of: YearClass, session: YearSession): Promise<void> {
    const { model, client } = this.world;
    const { said } = model.register(of.id, session.code);
    const missed = [...said].find(([, { presence }]) => presence === 'ABSENT');
    if (!missed) return;
    const change = { studentNo: missed[0], presence: 'PRESENT', lateHours: 1 };
    const path = `/classes/${of.id}/registers/${session.code}/corrections`;
    expect(await client.refused(path, change)).toBe('400 INVALID_REQUEST');
    await client.post(path, { ...change, reasonClass: 'NEW_INFORMATION', reason: 'Satt på bakerste rad' });
    said.set(missed[0], { presence: 'PRESENT', halfHours: 6 });
    await checkRegister(this.world, of, session.code);
  }

  /** A second device saw two students: it agrees about one, and disagrees about the other until a person settles it. */
  private async inConflict(of: YearClass, session: YearSession): Promise<void> {
    const { model, client } = this.world;
    const { said } = model.register(of.id, session.code);
    const there = [...said].filter(([, { halfHours }]) => halfHours === 8).map(([no]) => no);
    const [agreed, disputed] = [there[0]!, there[1]!];
    const at = session.startsAt + 5 * MINUTE;
    const marks = [this.markOf(session, agreed, present, at), this.markOf(session, disputed, absent, at)];
    const answer = await this.send(of, { device: 'phone-2', observedBy: 'berit', marks });
    expect(answer).toMatchObject({ unchanged: 0, rejected: 0, conflicts: 1 });
    said.set(disputed, { presence: 'ABSENT', halfHours: 0, isInConflict: true });
    await checkRegister(this.world, of, session.code);

    const { data } = await client.get<{ data: { studentNo: string; marks: { id: string }[] }[] }>(
      `/classes/${of.id}/conflicts`,
    );
    expect(data.map(({ studentNo }) => studentNo)).toEqual([disputed]);
    const settlement = { studentNo: disputed, presence: 'PRESENT', lateHours: 0.5, reasonClass: 'DEVICE_ERROR' };
    const ids = data[0]!.marks.map(({ id }) => id);
    await client.post(`/classes/${of.id}/registers/${session.code}/settlements`, { ...settlement, marks: ids });
    said.set(disputed, { presence: 'PRESENT', halfHours: 7 });
  }

  /** Some show their codes at the door; answers who did not. */
  private async atTheDoor(
    of: YearClass,
    session: YearSession,
    expected: readonly string[],
  ): Promise<readonly string[]> {
    const at = new Date(session.startsAt - 10 * MINUTE).toISOString();
    const scanned = expected.slice(0, 5);
    const codes: string[] = [];
    for (const no of scanned) codes.push(await this.doorCodeOf(no));
    const scans = codes.map((code) => ({ id: newUuid(), session: session.code, code, observedAt: at }));
    const path = `/classes/${of.id}/door-scans`;
    const counts = { recorded: scanned.length, unchanged: 0, rejected: 0 };
    expect(await this.world.client.post(path, { device: 'door-1', scans })).toMatchObject(counts);
    const again = { recorded: 0, unchanged: scanned.length, rejected: 0 };
    expect(await this.world.client.post(path, { device: 'door-1', scans: scans.toReversed() })).toMatchObject(again);
    for (const no of scanned) this.record(of, session, no, present);
    return expected.slice(scanned.length);
  }

  /** One student checks in; answers the others. */
  private async bySelf(of: YearClass, session: YearSession, expected: readonly string[]): Promise<readonly string[]> {
    const [own, ...others] = expected.toReversed();
    const code = await this.doorCodeOf(own!);
    const path = `/classes/${of.id}/check-ins`;
    for (const status of ['recorded', 'unchanged'])
      expect(await this.world.client.post(path, { id: newUuid(), code })).toMatchObject({
        session: session.code,
        status,
      });
    this.record(of, session, own!, present);
    return others;
  }

  private async onPaper(of: YearClass, session: YearSession, expected: readonly string[]): Promise<void> {
    const seen = new Map(expected.map((no) => [no, this.plan.seen(no, of.id, session)] as const));
    const others = await signInOnPaper(this.world, of, session.code, seen);
    for (const [no, one] of seen) if (!others.includes(no)) this.record(of, session, no, one);
    if (others.length > 0) await this.byList(of, session, others);
  }

  private async byList(of: YearClass, session: YearSession, students: readonly string[]): Promise<void> {
    const batch = this.batchOf(of, session, students);
    const answer = await this.send(of, batch);
    expect(answer).toMatchObject({ recorded: students.length, unchanged: 0, conflicts: 0, rejected: 0 });
  }

  /** Two half-days in one batch, the later one first. */
  private async late(of: YearClass, before: YearSession, session: YearSession): Promise<void> {
    const { model } = this.world;
    const batches = [session, before].map((one) => this.batchOf(of, one, model.expectedIn(of.id, one)));
    const marks = batches.flatMap((batch) => batch.marks);
    const answer = await this.send(of, { ...batches[0]!, marks });
    expect(answer).toMatchObject({ recorded: marks.length, unchanged: 0, conflicts: 0, rejected: 0 });
    await checkRegister(this.world, of, before.code);
  }

  /** All that was sent of the gathering, in another order: nothing is new (W14). */
  private async sendAgain(of: YearClass): Promise<void> {
    const { world } = this;
    const { log, chance } = world;
    await log.follow();
    const before = log.registers.marks;
    for (const batch of chance.shuffled(this.sent.get(of.id) ?? [])) {
      const marks = chance.shuffled(batch.marks);
      const answer = await world.client.post<BatchAnswer>(`/classes/${of.id}/mark-batches`, { ...batch, marks });
      expect(answer).toMatchObject({ recorded: 0, unchanged: marks.length, rejected: 0 });
    }
    expect(await log.follow()).toEqual([]);
    expect(log.registers.marks).toBe(before);
    this.sent.delete(of.id);
  }

  private batchOf(of: YearClass, session: YearSession, students: readonly string[]): Batch {
    const at = session.startsAt - 5 * MINUTE;
    const marks = students.map((no) => {
      const seen = this.plan.seen(no, of.id, session);
      this.record(of, session, no, seen);
      return this.markOf(session, no, seen, at);
    });
    return { device: 'phone-1', observedBy: 'anna', marks };
  }

  private markOf({ code: session }: YearSession, studentNo: string, seen: Seen, at: number) {
    return { id: newUuid(), session, studentNo, ...seen, observedAt: new Date(at).toISOString() };
  }

  private record({ id }: YearClass, { code }: YearSession, no: string, seen: Seen): void {
    this.world.model.register(id, code).said.set(no, saidBy(seen));
  }

  private send(of: YearClass, batch: Batch): Promise<BatchAnswer> {
    this.sent.set(of.id, [...(this.sent.get(of.id) ?? []), batch]);
    return this.world.client.post<BatchAnswer>(`/classes/${of.id}/mark-batches`, batch);
  }

  private async doorCodeOf(no: string): Promise<string> {
    const known = this.doorCodes.get(no);
    if (known !== undefined) return known;
    const { model, client } = this.world;
    const path = `/classes/${model.student(no).classId}/students/${no}/door-code`;
    const { code } = await client.get<{ code: string }>(path);
    this.doorCodes.set(no, code);
    return code;
  }
}

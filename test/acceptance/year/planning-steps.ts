import ICAL from 'ical.js';
import type { MoveJson } from '../../rules/cohort-json';
import type { StudentSteps } from './student-steps';
import { dayOf } from './timetable';
import { checkStep, drained } from './year-checks';
import { isOn, type YearClass } from './year-model';
import { INTAKE, type YearWorld } from './year-world';

interface Entry {
  readonly uid: string;
  readonly sequence: number;
  readonly startsAt: number;
}

interface Rebalancing {
  readonly moves: number;
  readonly proposals: readonly {
    readonly classes: readonly { readonly code: string; readonly before: number; readonly after: number }[];
    readonly moves: readonly { readonly studentNo: string; readonly to: { readonly id: string } }[];
  }[];
}

/** Gatherings moved, calendars that follow, and classes made even. */
export class PlanningSteps {
  private readonly feeds = new Map<string, string>();

  constructor(
    private readonly world: YearWorld,
    private readonly students: StudentSteps,
  ) {}

  /** Opens the calendar of a class, and of one of its students: each shows the year of the class. */
  async openCalendars(of: YearClass, no: string): Promise<void> {
    for (const [name, path] of [
      [of.code, `/classes/${of.id}/calendar-feeds`],
      [no, `/classes/${of.id}/students/${no}/calendar-feeds`],
    ] as const) {
      const { url } = await this.world.client.post<{ url: string }>(path);
      this.feeds.set(name, new URL(url).pathname);
      const entries = await this.calendar(name);
      const times = of.timetable.all().map(({ startsAt }) => startsAt);
      expect([name, entries.map(({ startsAt }) => startsAt)]).toEqual([name, times]);
      expect(new Set(entries.map(({ sequence }) => sequence))).toEqual(new Set([0]));
    }
    await checkStep(this.world, `calendars of ${of.code}`);
  }

  /** A preview says what the move then does, stores nothing, and calendars keep their entries under a higher SEQUENCE (W12). */
  async move(of: YearClass, gathering: number, days: number): Promise<void> {
    const { client, log } = this.world;
    const at = `/classes/${of.id}/gatherings/${gathering}`;
    const outside = await client.post<MoveJson>(`${at}/move-previews`, { days: 200 });
    expect(outside).toMatchObject({ refusal: { code: 'OUTSIDE_CLASS_PERIOD' }, consequences: null });
    await drained(this.world);
    await checkStep(this.world, `before gathering ${gathering} of ${of.code} moves`);
    const length = log.length;
    const preview = await client.post<MoveJson>(`${at}/move-previews`, { days });
    await checkStep(this.world, 'a preview');
    expect(log.length).toBe(length);
    const touched = this.touchedBy(of, gathering, days);
    expect(preview.consequences!.touched).toMatchObject(touched);
    expect(preview.consequences!.calendarFeeds).toBe(1 + touched.students.length + touched.guests.length);

    const names = [...this.feeds.keys()];
    const before = await Promise.all(names.map((name) => this.calendar(name)));
    const { refusal, version, ...shown } = preview;
    expect([refusal, await client.post(`${at}/moves`, { days })]).toEqual([null, shown]);
    const moved = new Set(of.timetable.of(gathering).map(({ startsAt }) => startsAt));
    of.timetable.move(gathering, days);
    await checkStep(this.world, `gathering ${gathering} of ${of.code} moved by ${days} days`);
    for (const [i, name] of names.entries()) {
      const expected = before[i]!.map((entry) =>
        moved.has(entry.startsAt)
          ? { ...entry, startsAt: entry.startsAt + days * 86_400_000, sequence: entry.sequence + 1 }
          : entry,
      );
      expect([name, await this.calendar(name)]).toEqual([name, expected]);
    }
  }

  /** Who is a student on one of the days, old or new, and not on leave; and the guests. */
  private touchedBy({ id, timetable }: YearClass, gathering: number, days: number) {
    const { model } = this.world;
    const starts = timetable.of(gathering).map(({ startsAt }) => startsAt);
    const on = [...starts, ...starts.map((at) => at + days * 86_400_000)].map(dayOf);
    const isThere = (no: string): boolean => {
      const { stays, leaves } = model.student(no);
      const isIn = (day: string) => stays.some((stay) => stay.classId === id && isOn(stay, day));
      return on.some((day) => isIn(day) && !leaves.some((leave) => isOn(leave, day)));
    };
    const seated = [...model.students.values()].filter(({ seats }) =>
      seats.some((seat) => seat.classId === id && seat.gathering === gathering),
    );
    const students = model.studentsOf(id).flatMap(({ no }) => (isThere(no) ? [no] : []));
    return { students, guests: seated.map(({ no }) => no).sort() };
  }

  /** The fewest moves that make classes of a site even, said and then done (W13). */
  async rebalance(): Promise<void> {
    const { client, model, log } = this.world;
    await drained(this.world);
    await checkStep(this.world, 'before a proposal');
    const length = log.length;
    const propose = () => client.post<Rebalancing>('/rebalancing-proposals', { intake: INTAKE });
    const { moves, proposals } = await propose();
    let fewest = 0;
    for (const { classes } of proposals) {
      const before = classes.map(({ code }) => model.studentsOf(model.byCode(code).id).length);
      expect(classes.map((one) => one.before)).toEqual(before);
      const after = classes.map((one) => one.after);
      expect(Math.max(...after) - Math.min(...after)).toBeLessThanOrEqual(1);
      const sum = before.reduce((all, size) => all + size, 0);
      const [low, larger] = [Math.floor(sum / before.length), sum % before.length];
      // The largest classes are those that may keep one more.
      const even = [...before].sort((a, b) => b - a).map((size, i) => Math.max(0, size - low - (i < larger ? 1 : 0)));
      fewest += even.reduce((all, size) => all + size, 0);
    }
    expect(moves).toBe(fewest);
    expect(moves).toBeGreaterThan(0);
    await checkStep(this.world, 'a proposal');
    expect(log.length).toBe(length);
    for (const { studentNo, to } of proposals.flatMap((one) => one.moves))
      await this.students.transfer(studentNo, model.byId(to.id));
    expect(await propose()).toMatchObject({ moves: 0 });
  }

  private async calendar(name: string): Promise<readonly Entry[]> {
    const text = await this.world.client.page(this.feeds.get(name)!);
    const calendar = new ICAL.Component(ICAL.parse(text));
    ICAL.TimezoneService.reset();
    ICAL.TimezoneService.register(new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone')!));
    return calendar
      .getAllSubcomponents('vevent')
      .map((one) => new ICAL.Event(one))
      .map(({ uid, sequence, startDate }) => ({
        uid,
        sequence,
        startsAt: startDate.convertToZone(ICAL.Timezone.utcTimezone).toJSDate().getTime(),
      }))
      .sort((one, other) => one.startsAt - other.startsAt);
  }
}

import type { Instant } from '@kull/kernel';
import { Chance } from '../../data/chance';
import { forgetEverything } from '../../harness/queues';
import { courseWishesOf } from './course-wishes';
import { gradedWishesOf, gradersConducts, pupilsOf } from './graded-class';
import { expectedOf } from './model';
import type { Expected } from './model-facts';
import { vacuous, type Walked } from './not-vacuous';
import { physiciansConducts, physiciansOf } from './online-course';
import { daysOn, onTheWall, peopleSleep } from './oslo-clock';
import { conductsOf, type Scenario, studentsOf, type Wish, wishesOf } from './scenario';
import { applicantsConducts, applicantsOf, intakeWishesOf } from './small-intake';
import { someTime } from './some-time';
import { type Told, toldBy } from './told';
import { YearWorld } from './world';

/** Hours of a day at which steps of the plans fall due, or what waited for people to wake. */
const BUSY = [4, 7, 8, 9];
const HOUR = 3_600_000;
const HALF_HOUR = HOUR / 2;
/** With letters on the queue it forgets at most so often: what it forgot is put there again only after five seconds. */
const MOST_LOST = 5;

/** What a year was like, and whatever was wrong with it. */
export interface YearReport {
  readonly name: string;
  readonly seed: number;
  readonly students: number;
  /** Each of them ticked. */
  readonly hours: number;
  readonly ticks: Readonly<Record<string, number>>;
  readonly killed: number;
  readonly deaths: number;
  readonly forgotten: number;
  readonly happened: Readonly<Record<string, number>>;
  readonly slots: Readonly<Record<string, number>>;
  readonly letters: number;
  readonly ms: number;
  /** What is not as it should be, by what it is about; at most five of each. Empty: the promise was kept. */
  readonly breaches: Readonly<Record<string, readonly unknown[]>>;
}

/** Hour by hour through the year: what happens, happens; workers tick, some are killed, and the queue forgets. */
class Walk {
  private readonly happened: Wish[] = [];
  private readonly left: Wish[];
  private readonly firstDays: Set<string>;
  private readonly lastDays: Set<string>;
  private readonly sentAtNight: string[] = [];
  private hours = 0;
  private killed = 0;
  private forgotten = 0;
  private lost = 0;

  constructor(
    private readonly world: YearWorld,
    private readonly scenario: Scenario,
    wishes: readonly Wish[],
    private readonly chance: Chance,
  ) {
    this.left = [...wishes];
    this.firstDays = new Set(scenario.classes.flatMap((one) => one.firstDays));
    this.lastDays = new Set(world.offers.map(({ lastDay }) => lastDay));
  }

  async through(): Promise<Walked> {
    for (let hour = Date.parse(this.scenario.from); hour <= Date.parse(this.scenario.until); hour += HOUR) {
      await this.noting(hour - 1, () => this.happenBefore(hour));
      await this.noting(hour, () => this.tick(hour));
      this.hours++;
    }
    const { happened, hours, killed, forgotten, sentAtNight } = this;
    return { happened, hours, killed, forgotten, sentAtNight };
  }

  /** Notes whether the mail server took something, should people sleep. */
  private async noting(at: number, work: () => Promise<void>): Promise<void> {
    const before = this.world.sinkBytes;
    await work();
    if (peopleSleep(at) && this.world.sinkBytes !== before) this.sentAtNight.push(new Date(at).toISOString());
  }

  private async happenBefore(hour: number): Promise<void> {
    while (this.left[0] !== undefined && Date.parse(this.left[0].at) < hour) {
      const wish = this.left.shift()!;
      if (Date.parse(wish.at) < hour - HOUR) continue;
      await this.world.setClock(wish.at);
      if (!(await this.world.carryOut(wish))) continue;
      this.happened.push(wish);
      if ('to' in wish && typeof wish.to === 'string') this.firstDays.add(wish.to);
      await this.world.crew.settle();
    }
  }

  private async tick(hour: number): Promise<void> {
    const { world, chance } = this;
    const { date, hour: shown } = onTheWall(hour);
    const isDay =
      this.firstDays.has(daysOn(date, 2)) || this.firstDays.has(daysOn(date, 14)) || this.lastDays.has(date);
    const isBusy = BUSY.includes(shown) && (isDay || shown === 9);
    await world.strike(hour);
    if (chance.happens(isBusy ? 0.02 : 0.001)) this.kill();
    if (chance.happens(0.01)) await this.forget();
    // All at the same time when something may be due, so that one may die at it; in other hours any of them.
    const all = isDay || isBusy || (await world.waits());
    const { handed, noted } = await world.crew.tick(all ? world.crew.workers : [world.crew.oneOf(chance)]);
    if (handed > 0 && this.lost < MOST_LOST && chance.happens(0.06)) {
      this.lost++;
      await this.forget();
    }
    if (isBusy || handed > 0 || noted > 0 || !world.crew.isWhole) await world.crew.settle();
  }

  private kill(): void {
    const { crew } = this.world;
    const victim = this.chance.oneOf(crew.workers);
    this.killed++;
    if (this.chance.happens(0.5)) victim.kill();
    else crew.dieTicking(victim, this.chance.between(0, 12));
  }

  private async forget(): Promise<void> {
    this.forgotten++;
    await forgetEverything(this.world.queue, this.world.owner);
  }
}

const halfHourOf = (at: Instant): Instant => new Date(Math.floor(Date.parse(at) / HALF_HOUR) * HALF_HOUR).toISOString();

/** What both say of a slot, as a line. A wait of two hours ends with one stroke of the clock or the next. */
const lineOf = (slot: string, outcome: string, hour: Instant, deferred: number): string =>
  `${slot} ${outcome} ${deferred > 2 ? `${hour.slice(0, 10)} put off` : hour}`;

const countBy = (outcomes: readonly string[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
};

/** What is in one and not, or not as often, in the other. */
const unlike = (is: readonly string[], shouldBe: readonly string[]): readonly string[] => {
  const [there, wanted] = [countBy(is), countBy(shouldBe)];
  return [...new Set([...is, ...shouldBe])]
    .filter((one) => there[one] !== wanted[one])
    .map((one) => `${one}: ${there[one] ?? 0} times, not ${wanted[one] ?? 0}`);
};

const unknownOf = (all: readonly (Expected | Told)[]): readonly string[] =>
  all.filter(({ outcome }) => outcome === 'UNKNOWN').map(({ slot }) => slot);

/** A year with everything real, and then its ledger held against a model and against the mail server's. */
export const liveThrough = async (
  scenario: Scenario,
  seed: number,
  preload: readonly string[] = [],
): Promise<YearReport> => {
  const began = performance.now();
  const chance = new Chance(seed);
  const students = studentsOf(scenario);
  const physicians = physiciansOf(scenario.courses, chance);
  const applicants = applicantsOf(scenario.intake);
  const conducts = new Map([
    ...conductsOf(students, chance),
    ...physiciansConducts(physicians, chance),
    ...applicantsConducts(applicants),
    ...gradersConducts,
  ]);
  const pupils = pupilsOf(scenario.graded);
  const cast = { students, physicians, applicants, pupils };
  const world = await YearWorld.start(scenario, cast, conducts, preload);
  try {
    const answers = world.offers
      .filter(() => chance.happens(0.8))
      .map(({ offerId, lastDay }): Wish => {
        const day = `${lastDay.slice(0, 8)}${String(chance.between(1, Number(lastDay.slice(8)) - 1)).padStart(2, '0')}`;
        return { at: someTime(day, chance), kind: 'answer', offerId, accepts: chance.happens(0.8) };
      });
    const ofCourses = scenario.courses.flatMap((course, at) => courseWishesOf(at, course, physicians, chance));
    const ofClass = gradedWishesOf(scenario.graded, pupils, chance);
    const ofIntake = intakeWishesOf(scenario.intake, applicants, chance);
    const wishes = [...wishesOf(scenario, students, chance), ...answers, ...ofCourses, ...ofIntake, ...ofClass].sort(
      (one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0),
    );
    const walked = await new Walk(world, scenario, wishes, chance).through();
    const beginning = { scenario, ...cast, offers: world.offers, conducts };
    const expected = expectedOf(beginning, walked.happened);
    const told = await toldBy(world.owner, await world.names());
    const sunk = (await world.sink.messages()).map(({ messageId }) => messageId);

    const reached = new Set(expected.filter(({ inSink }) => inSink === 1).map(({ slot }) => slot));
    const inLedger = told
      .filter(({ slot }) => reached.has(slot))
      .flatMap(({ attempts }) => attempts.map(({ messageId }) => `<${messageId}@kull.example.no>`));
    const found: Readonly<Record<string, readonly unknown[]>> = {
      slots: [
        ...unlike(
          told.map(({ slot, outcome, at, deferred }) => lineOf(slot, outcome, halfHourOf(at), deferred)),
          expected.map(({ slot, outcome, hour, deferred }) => lineOf(slot, outcome, hour, deferred)),
        ),
        ...told.filter(({ ends }) => ends !== 1),
      ],
      'mail server': unlike(sunk, [...new Set(inLedger)]),
      unknown: unlike(unknownOf(told), unknownOf(expected)),
      night: [
        ...walked.sentAtNight,
        ...told.flatMap(({ attempts }) => attempts).filter(({ at }) => peopleSleep(Date.parse(at))),
      ],
      vacuous: vacuous(world, scenario, walked, told),
    };
    const { hours, killed, forgotten } = walked;
    return {
      name: scenario.name,
      seed,
      students: students.length,
      hours,
      ticks: Object.fromEntries(world.crew.ticks),
      killed,
      deaths: world.crew.deaths,
      forgotten,
      happened: countBy(walked.happened.map(({ kind }) => kind)),
      slots: countBy(expected.map(({ outcome }) => outcome)),
      letters: sunk.length,
      ms: Math.round(performance.now() - began),
      breaches: Object.fromEntries(
        Object.entries(found)
          .filter(([, of]) => of.length > 0)
          .map(([about, of]) => [about, of.slice(0, 5)]),
      ),
    };
  } finally {
    await world.close();
  }
};

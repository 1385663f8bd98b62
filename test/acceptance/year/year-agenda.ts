import type { GatheringSteps } from './gathering-steps';
import { endOf } from './timetable';
import { checkStandings } from './year-checks';
import type { YearClass } from './year-model';
import type { YearScript } from './year-script';
import { moveClockTo, type YearWorld } from './year-world';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

interface Entry {
  readonly key: string;
  readonly at: number;
  readonly act: () => Promise<void>;
}

/** The year in order of time; looked up anew after each act, since gatherings move. */
export class YearAgenda {
  private readonly done = new Set<string>();

  constructor(
    private readonly world: YearWorld,
    private readonly gatherings: GatheringSteps,
    private readonly script: YearScript,
  ) {}

  /** Everything up to the day after the last class has held its gathering of that number. */
  async walkThrough(gathering: number): Promise<void> {
    const { world } = this;
    const lasts = world.model.classes.map(({ timetable }) => endOf(timetable.of(gathering).at(-1)!));
    const until = Math.max(...lasts) + DAY;
    for (let next = this.next(until); next; next = this.next(until)) {
      await moveClockTo(world, next.at);
      await next.act();
      this.done.add(next.key);
    }
  }

  private next(until: number): Entry | undefined {
    const entries = this.world.model.classes.flatMap((of) => [1, 2, 3, 4, 5, 6].flatMap((n) => this.entriesOf(of, n)));
    const open = entries.filter(({ key, at }) => !this.done.has(key) && at <= until);
    return open.sort((one, other) => one.at - other.at || (one.key < other.key ? -1 : 1))[0];
  }

  private entriesOf(of: YearClass, gathering: number): readonly Entry[] {
    const { world, gatherings, script, done } = this;
    const name = `${of.code} ${gathering}`;
    const sessions = of.timetable.of(gathering);
    const [first, last] = [sessions[0]!, sessions.at(-1)!];
    const { before, after } = script;
    return [
      ...(before[name] ? [{ key: `before ${name}`, at: first.startsAt - 3 * DAY, act: before[name] }] : []),
      ...sessions.map((session) => ({
        key: `${of.code} ${session.code}`,
        at: session.startsAt,
        act: () => gatherings.hold(of, session),
      })),
      {
        key: `close ${name}`,
        at: endOf(last) + HOUR / 2,
        act: async () => {
          await gatherings.close(of, gathering);
          await checkStandings(world, `${name} closed`);
        },
      },
      ...(after[name] ? [{ key: `after ${name}`, at: endOf(last) + DAY - HOUR, act: after[name] }] : []),
    ].filter(({ key }) => !done.has(key));
  }
}

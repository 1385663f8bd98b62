import {
  type GradedClass,
  type GradedWish,
  gradingWeeks,
  type HalfDay,
  halfDays,
  type Pupil,
  seenAt,
} from './graded-class';
import type { Letters } from './letters';
import type { ModelPart } from './model-facts';
import { daysOn, nextNine, onTheWall } from './oslo-clock';
import type { Wish } from './scenario';

const DAY = 24 * 3_600_000;

type Standing = 'MET' | 'SAFE' | 'AT_RISK' | 'IMPOSSIBLE';

interface Mark {
  readonly isPresent: boolean;
  /** When it was seen, or put right. */
  readonly at: number;
}

/** Six of eight half-days are asked for; at risk is who cannot miss one more. */
const standingOf = (marks: readonly Mark[]): Standing => {
  const missed = marks.filter(({ isPresent }) => !isPresent).length;
  if (missed > 2) return 'IMPOSSIBLE';
  if (marks.length - missed >= 6) return 'MET';
  return missed === 2 ? 'AT_RISK' : 'SAFE';
};

/** When the last mark was made that made it so. */
const since = (marks: readonly Mark[]): number => {
  const inOrder = [...marks].sort((one, other) => one.at - other.at);
  const now = standingOf(inOrder);
  let [at, before]: [number, Standing] = [0, 'SAFE'];
  for (const [index, mark] of inOrder.entries()) {
    const then = standingOf(inOrder.slice(0, index + 1));
    if (then === now && before !== now) ({ at } = mark);
    before = then;
  }
  return at;
};

interface Taught {
  readonly no: string;
  readonly marks: Map<HalfDay, Mark>;
  said: Standing;
  /** How often something was said of it. */
  times: number;
  isGone: boolean;
  gradedBy?: string;
}

/** A class that is marked as it is held, and graded: who may not have been there enough, and results that are missing. */
export class GradedModel implements ModelPart {
  private readonly pupils: readonly Taught[];

  constructor(
    private readonly letters: Letters,
    private readonly graded: GradedClass | undefined,
    pupils: readonly Pupil[],
  ) {
    this.pupils = pupils.map(({ no }) => ({ no, marks: new Map(), said: 'SAFE', times: 0, isGone: false }));
  }

  happens(wish: Wish): void {
    if (!('graded' in wish)) return;
    this.change(wish);
    for (const pupil of this.pupils) this.judge(pupil, Date.parse(wish.at));
  }

  private change(wish: GradedWish): void {
    switch (wish.kind) {
      case 'mark':
        for (const { no, marks, isGone } of this.pupils) {
          const at = Date.parse(seenAt(this.graded!, wish.session));
          if (!isGone) marks.set(wish.session, { isPresent: !wish.absent.includes(no), at });
        }
        return;
      case 'set right':
        this.named(wish.no).marks.set(wish.session, { isPresent: true, at: Date.parse(wish.at) });
        return;
      case 'leave class':
        this.named(wish.no).isGone = true;
        return;
      case 'grade':
        for (const no of wish.nos) this.named(no).gradedBy = wish.by;
        return;
    }
  }

  /** Said when it has become another, and collected by when it became so. */
  private judge(pupil: Taught, now: number): void {
    const { no } = pupil;
    const marks = halfDays.flatMap((session) => pupil.marks.get(session) ?? []);
    const standing = standingOf(marks);
    if (pupil.isGone || standing === pupil.said) return;
    pupil.said = standing;
    const nth = ++pupil.times;
    if (standing !== 'AT_RISK' && standing !== 'IMPOSSIBLE') return;
    const at = since(marks);
    if (now < at + 3 * DAY)
      this.letters.add({
        slot: `ATTENDANCE_AT_RISK ${no}.ectsCredits.${this.graded!.code} ONCE ${standing} ${no}`,
        subject: 'ATTENDANCE_AT_RISK',
        to: no,
        sendAt: Math.max(now, nextNine(at)),
        validUntil: at + 3 * DAY,
        gone: () => {
          if (pupil.isGone) return 'WITHDRAWN';
          return pupil.times === nth ? undefined : 'SETTLED';
        },
      });
    this.letters.deliver(now);
  }

  strike(now: number): void {
    const { date, hour } = onTheWall(now);
    if (!this.graded || hour !== 9) return;
    const deadline = daysOn(this.graded.handInOn, 7 * gradingWeeks);
    for (const days of [7, 1])
      if (daysOn(date, days) === deadline && this.isMissing)
        for (const to of this.graders)
          this.letters.add({
            slot: `GRADING_DEADLINE ${this.graded.code}.EXAM P${days}D ${deadline} ${to}`,
            subject: 'GRADING_DEADLINE',
            to,
            sendAt: now,
            validUntil: now + DAY,
            gone: () => {
              if (!this.isMissing) return 'SETTLED';
              return this.graders.includes(to) ? undefined : 'MOVED';
            },
          });
  }

  private get isMissing(): boolean {
    return this.pupils.some(({ isGone, gradedBy }) => !isGone && gradedBy === undefined);
  }

  /** Who has graded others; nobody has: the office. */
  private get graders(): readonly string[] {
    const known = [
      ...new Set(this.pupils.flatMap(({ gradedBy }) => (gradedBy === undefined ? [] : [`staff:${gradedBy}`]))),
    ];
    return known.length === 0 ? ['office'] : known;
  }

  private named(no: string): Taught {
    return this.pupils.find((one) => one.no === no)!;
  }
}

import type { LocalDate } from '@kull/kernel';
import { DeliveryModel } from './delivery-model';
import type { Letters } from './letters';
import type { Certificate, ModelPart } from './model-facts';
import {
  type CourseWish,
  halfHoursOfSession,
  type OnlineCourse,
  type Physician,
  rightNumber,
  sessions,
} from './online-course';
import { daysOn, onTheWall } from './oslo-clock';
import type { Wish } from './scenario';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const total = sessions.length * halfHoursOfSession;

type Correction = Extract<CourseWish, { kind: 'correct' }>;

/** What is known of a physician, and what the points hang on (credits.md 2). */
interface Known {
  readonly familyName: string;
  readonly hprNumber: string;
  readonly halfHours: readonly number[];
  readonly isPassed: boolean;
}

/** `undefined`: not judged yet. */
type Points = 'AWARDED' | 'HELD' | 'NOT_MET' | 'NOT_APPLICABLE' | undefined;

interface Taker {
  readonly who: Physician;
  readonly completedOn: LocalDate;
  known: Known;
  points: Points;
}

const attended = ({ halfHours }: Known): number => halfHours.reduce((sum, one) => sum + one, 0);

const hasCredits = (known: Known): boolean => known.isPassed && attended(known) * 4 >= total * 3;

const changed = (known: Known, { what, value }: Correction): Known => {
  switch (what) {
    case 'NAME_CHANGE':
      return { ...known, familyName: value };
    case 'HPR_NUMBER':
      return { ...known, hprNumber: value };
    case 'RESULT':
      return { ...known, isPassed: value === 'PASSED' };
    case 'ATTENDANCE': {
      const hours = new Map(value.split(',').map((one) => one.split('=') as [string, string]));
      const halfHours = sessions.map((code, at) =>
        hours.has(code) ? Number(hours.get(code)) * 2 : known.halfHours[at]!,
      );
      return { ...known, halfHours };
    }
  }
};

/** The online course: points, the certificates that follow them, and numbers that points wait for (credits.md 2 to 4). */
export class CourseModel implements ModelPart {
  private readonly takers: readonly Taker[];
  /** What the register of health personnel knows, by course. */
  private readonly register: readonly Set<string>[];
  private readonly certificates: Certificate[] = [];
  private readonly deliveries: DeliveryModel;

  constructor(
    private readonly letters: Letters,
    private readonly courses: readonly OnlineCourse[],
    physicians: readonly Physician[],
  ) {
    this.deliveries = new DeliveryModel(letters, this.certificates);
    this.takers = physicians.map((who) => ({
      who,
      completedOn: onTheWall(who.attestedAt).date,
      known: {
        familyName: who.familyName,
        hprNumber: who.hprNumber,
        halfHours: sessions.map(() => who.halfHours),
        isPassed: true,
      },
      points: undefined,
    }));
    this.register = courses.map(
      (_, course) =>
        new Set(
          physicians
            .filter((one) => one.course === course)
            .flatMap((one) => [...(one.isRegistered ? [one.hprNumber] : []), rightNumber(one)]),
        ),
    );
  }

  happens(wish: Wish): void {
    if (!('course' in wish)) return;
    this.deliveries.happens(wish);
    const now = Date.parse(wish.at);
    const of = this.takers.filter(({ who }) => who.course === wish.course);
    switch (wish.kind) {
      case 'judge':
        for (const taker of of) this.judge(taker, Date.parse(taker.who.attestedAt), now);
        return;
      case 'read register':
        for (const { who } of of) if (wish.now.includes(who.no)) this.register[wish.course]!.add(who.hprNumber);
        for (const taker of of) if (taker.points === 'HELD') this.judge(taker, now, now);
        return;
      case 'correct':
        this.correct(of.find(({ who }) => who.no === wish.no)!, wish, now);
        return;
    }
  }

  strike(now: number): void {
    this.deliveries.strike(now);
    const { date, hour } = onTheWall(now);
    if (hour !== 9) return;
    for (const taker of this.takers) {
      if (taker.points !== 'HELD') continue;
      for (const days of [28, 21, 14, 7, 3])
        if (daysOn(date, days) === daysOn(taker.completedOn, 30)) this.numberIsOpen(taker, `P${days}D`, now);
    }
  }

  private numberIsOpen(taker: Taker, step: string, now: number): void {
    const { who, completedOn } = taker;
    this.letters.add({
      slot: `HPR_NUMBER_OPEN ${this.nameOf(who)} ${step} ${completedOn} ${who.no}`,
      subject: 'HPR_NUMBER_OPEN',
      to: who.no,
      sendAt: now,
      validUntil: now + 3 * DAY,
      gone: () => (taker.points === 'HELD' ? undefined : 'SETTLED'),
    });
  }

  private judge(taker: Taker, since: number, now: number): void {
    taker.points = this.pointsOf(taker);
    if (taker.points === 'AWARDED') this.issue(taker, since, now);
  }

  private correct(taker: Taker, correction: Correction, now: number): void {
    const { known: before, points: had } = taker;
    const after = changed(before, correction);
    const points = this.pointsOf({ ...taker, known: after });
    const isLowered = (had === 'AWARDED' && points !== 'AWARDED') || (hasCredits(before) && !hasCredits(after));
    if (isLowered && correction.approvedBy === '') return;
    taker.known = after;
    taker.points = points;
    const live = this.certificates.find(({ no, isRevoked }) => no === taker.who.no && !isRevoked);
    if (!live) {
      if (points === 'AWARDED') this.issue(taker, now, now);
      return;
    }
    if (points !== 'AWARDED') this.follow(live, 'CERTIFICATE_REVOKED', now);
    else if (before.hprNumber !== after.hprNumber) {
      this.follow(live, 'CERTIFICATE_REVOKED', now);
      this.issue(taker, now, now);
    } else if (before.familyName !== after.familyName || attended(before) !== attended(after))
      this.follow(live, 'CERTIFICATE_REPLACED', now);
  }

  private pointsOf({ who, known }: Taker): Points {
    if (who.status !== 'PHYSICIAN') return 'NOT_APPLICABLE';
    if (!known.isPassed || attended(known) * 10 < total * 8) return 'NOT_MET';
    return known.hprNumber !== '' && this.register[who.course]!.has(known.hprNumber) ? 'AWARDED' : 'HELD';
  }

  private issue({ who, completedOn }: Taker, since: number, now: number): void {
    const ordinal = this.certificates.filter(({ no }) => no === who.no).length + 1;
    const name = `${this.nameOf(who)}.${ordinal}`;
    const certificate = { name, no: who.no, course: who.course, completedOn, version: 1, isRevoked: false };
    this.certificates.push(certificate);
    this.tell(certificate, 'CERTIFICATE_ISSUED', since, now);
  }

  private follow(certificate: Certificate, subject: 'CERTIFICATE_REPLACED' | 'CERTIFICATE_REVOKED', now: number): void {
    certificate.version++;
    certificate.isRevoked = subject === 'CERTIFICATE_REVOKED';
    this.tell(certificate, subject, now, now);
  }

  /** Told at once, and news for thirty days from when it became true. */
  private tell(certificate: Certificate, subject: string, since: number, now: number): void {
    const { name, no, version } = certificate;
    if (now < since + 30 * DAY)
      this.letters.add({
        slot: `${subject} ${name} ONCE ${version} ${no}`,
        subject,
        to: no,
        sendAt: now,
        validUntil: since + 30 * DAY,
        gone: () => {
          if (certificate.version === version) return undefined;
          return certificate.isRevoked ? 'WITHDRAWN' : 'MOVED';
        },
      });
    this.letters.deliver(now);
  }

  private nameOf({ course, no }: Physician): string {
    return `${this.courses[course]!.code}.${no}`;
  }
}

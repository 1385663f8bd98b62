import type { LocalDate } from '@kull/kernel';
import type { Letters } from './letters';
import {
  daysOf,
  isThere,
  type Meeting,
  type ModelPart,
  type Placed,
  type StandingOffer,
  type Stay,
} from './model-facts';
import { daysOn, onTheWall, whenAwake } from './oslo-clock';
import { gatheringLengths, type Scenario, type Student, type Wish } from './scenario';

const HOUR = 3_600_000;

/** The gatherings of a programme, the registers of its sessions, and the offers of its intake. */
export class ProgrammeModel implements ModelPart {
  private readonly meetings = new Map<string, Meeting>();
  private readonly stays = new Map<string, Stay[]>();
  private readonly locked = new Set<string>();
  private readonly answered = new Set<string>();

  constructor(
    private readonly letters: Letters,
    { classes, period }: Scenario,
    private readonly students: readonly Student[],
    private readonly offers: readonly StandingOffer[],
  ) {
    for (const [home, { firstDays }] of classes.entries())
      for (const [at, first] of firstDays.entries())
        this.place({ home, number: at + 1, first, days: gatheringLengths[at]!, revision: 0, isCancelled: false });
    for (const { no, home } of students) this.stays.set(no, [{ home, from: period.startsOn, away: [] }]);
  }

  /** What falls due with the stroke of an hour. */
  strike(now: number): void {
    const { date, hour } = onTheWall(now);
    if (hour === 9) this.nineOClock(date, now);
    if (hour === 8) for (const offer of this.offers) if (offer.lastDay === date) this.offer(offer, 'LAST_MORNING', now);
    if (hour === 4)
      for (const meeting of this.meetings.values())
        if (daysOn(date, 2) === meeting.first) this.remind(meeting, 'NIGHT', now, whenAwake(now));
  }

  private nineOClock(date: LocalDate, now: number): void {
    for (const meeting of this.meetings.values())
      for (const days of [14, 2]) if (daysOn(date, days) === meeting.first) this.remind(meeting, `P${days}D`, now, now);
    for (const offer of this.offers)
      for (const days of [7, 2]) if (daysOn(date, days) === offer.lastDay) this.offer(offer, `P${days}D`, now);
    for (const meeting of this.meetings.values()) {
      if (meeting.isCancelled) continue;
      for (const [at, day] of daysOf(meeting).entries())
        for (const [step, days] of [
          ['ONCE', 1],
          ['AFTER_7D', 8],
        ] as const)
          if (daysOn(day, days) === date)
            for (const half of ['F', 'E'])
              this.register(meeting, `G${meeting.number}D${at + 1}${half}`, day, step, now);
    }
  }

  private remind(meeting: Meeting, step: string, now: number, sendAt: number): void {
    if (meeting.isCancelled) return;
    const { home, number, revision } = meeting;
    for (const { no } of this.students) {
      if (!this.isExpected(no, home, meeting)) continue;
      this.letters.add({
        slot: `GATHERING ${home}.${number} ${step} ${revision} ${no}`,
        subject: 'GATHERING',
        to: no,
        sendAt,
        validUntil: now + 24 * HOUR,
        gone: () => {
          const is = this.meetings.get(`${home}.${number}`)!;
          if (is.isCancelled || !this.isExpected(no, home, is)) return 'WITHDRAWN';
          return is.revision === revision ? undefined : 'MOVED';
        },
      });
    }
  }

  private offer({ offerId, personId }: StandingOffer, step: string, now: number): void {
    if (this.answered.has(offerId)) return;
    this.letters.add({
      slot: `OFFER_REPLY_DEADLINE ${offerId} ${step} 1 ${personId}`,
      subject: 'OFFER_REPLY_DEADLINE',
      to: personId,
      sendAt: now,
      validUntil: now + 12 * HOUR,
      gone: () => (this.answered.has(offerId) ? 'SETTLED' : undefined),
    });
  }

  private register({ home }: Meeting, session: string, day: LocalDate, step: string, now: number): void {
    const about = `${home}.${session}`;
    if (this.locked.has(about)) return;
    this.letters.add({
      slot: `REGISTER_OPEN ${about} ${step} ${day} office`,
      subject: 'REGISTER_OPEN',
      to: 'office',
      sendAt: now,
      validUntil: now + 72 * HOUR,
      gone: () => (this.locked.has(about) ? 'SETTLED' : undefined),
    });
  }

  /** Told at once: to whom it touches now, or touched before. */
  private changed(meeting: Meeting, now: number): void {
    const { home, number, revision } = meeting;
    const touches = (no: string, is: Meeting): boolean =>
      this.isExpected(no, home, is) || (is.was !== undefined && this.isExpected(no, home, is.was));
    for (const { no } of this.students) {
      if (!touches(no, meeting)) continue;
      this.letters.add({
        slot: `GATHERING_CHANGED ${home}.${number} ONCE ${revision} ${no}`,
        subject: 'GATHERING_CHANGED',
        to: no,
        sendAt: whenAwake(now),
        validUntil: now + 72 * HOUR,
        gone: () => {
          const is = this.meetings.get(`${home}.${number}`)!;
          if (!touches(no, is)) return 'WITHDRAWN';
          return is.revision === revision ? undefined : 'MOVED';
        },
      });
    }
    this.letters.deliver(now);
  }

  happens(wish: Wish): void {
    if ('course' in wish || 'applicant' in wish || 'graded' in wish) return;
    const now = Date.parse(wish.at);
    const today = onTheWall(now).date;
    switch (wish.kind) {
      case 'move':
      case 'plan again': {
        const before = this.meetings.get(`${wish.home}.${wish.number}`)!;
        const { was: _, ...rest } = before;
        const is: Meeting = {
          ...rest,
          first: wish.to,
          revision: before.revision + 1,
          isCancelled: false,
          ...(wish.kind === 'move' && { was: { first: before.first, days: before.days } }),
        };
        this.place(is);
        this.changed(is, now);
        return;
      }
      case 'cancel': {
        const { was: _, ...before } = this.meetings.get(`${wish.home}.${wish.number}`)!;
        const is: Meeting = { ...before, revision: before.revision + 1, isCancelled: true };
        this.place(is);
        this.changed(is, now);
        return;
      }
      case 'withdraw':
        this.present(wish.no)!.until = today;
        return;
      case 'transfer':
        this.present(wish.no)!.until = today;
        this.stays.get(wish.no)!.push({ home: wish.to, from: today, away: [] });
        return;
      case 'leave':
        this.present(wish.no)!.away.push({ from: today, ...(wish.until !== undefined && { until: wish.until }) });
        return;
      case 'decline':
        this.letters.decline('GATHERING', wish.no);
        return;
      case 'lock':
        this.locked.add(`${wish.home}.${wish.session}`);
        return;
      case 'answer':
        this.answered.add(wish.offerId);
        return;
    }
  }

  private place(meeting: Meeting): void {
    this.meetings.set(`${meeting.home}.${meeting.number}`, meeting);
  }

  private present(no: string): Stay | undefined {
    return this.stays.get(no)!.find(({ until }) => until === undefined);
  }

  private isExpected(no: string, home: number, placed: Placed): boolean {
    if (this.present(no)?.home !== home) return false;
    const own = this.stays.get(no)!.filter((stay) => stay.home === home);
    return daysOf(placed).some((day) => own.some((stay) => isThere(stay, day)));
  }
}

import type { Letters } from './letters';
import type { Certificate } from './model-facts';
import type { CourseWish, Receipt } from './online-course';
import { daysOn, nextNine, onTheWall } from './oslo-clock';

const DAY = 24 * 3_600_000;

/** A certificate as it left in a delivery. */
interface SentLine {
  /** Number of the delivery among all to the association. */
  readonly seq: number;
  readonly version: number;
  readonly isRevocation: boolean;
  readonly receipts: Receipt[];
  isRequeued: boolean;
}

/** What the receiver says last counts, whatever came last; a rejection of the same instant counts more. */
const isRejected = ({ receipts }: SentLine): boolean => {
  const last = (result: Receipt['result']): string =>
    receipts.reduce((late, one) => (one.result === result && one.receivedAt > late ? one.receivedAt : late), '');
  return last('REJECTED') !== '' && last('REJECTED') >= last('ACCEPTED');
};

/** What leaves for the association, and what it answers (credits.md 5, domain.md 9). */
export class DeliveryModel {
  private readonly sent = new Map<Certificate, SentLine[]>();
  /** By course, the numbers of its deliveries. */
  private readonly deliveries = new Map<number, number[]>();
  private readonly overdue = new Set<Certificate>();
  private seq = 0;

  constructor(
    private readonly letters: Letters,
    private readonly certificates: readonly Certificate[],
  ) {}

  happens(wish: CourseWish): void {
    switch (wish.kind) {
      case 'export':
        this.export(wish.course);
        return;
      case 'receive': {
        const now = Date.parse(wish.at);
        for (const receipt of wish.receipts) this.line(wish, receipt).receipts.push(receipt);
        for (const receipt of wish.receipts) if (receipt.result === 'REJECTED') this.rejected(wish, receipt, now);
        return;
      }
      case 'requeue':
        this.line(wish, wish).isRequeued = true;
        return;
    }
  }

  /** Thirty days after completion nothing of it has left: said once. */
  strike(now: number): void {
    const { date } = onTheWall(now);
    for (const certificate of this.certificates) {
      const { name, isRevoked, completedOn } = certificate;
      if (isRevoked || this.overdue.has(certificate) || date <= daysOn(completedOn, 30)) continue;
      if (this.hasLeft(certificate)) continue;
      this.overdue.add(certificate);
      this.letters.add({
        slot: `DELIVERY_OVERDUE ${name} ONCE 1 office`,
        subject: 'DELIVERY_OVERDUE',
        to: 'office',
        sendAt: nextNine(now),
        validUntil: now + 3 * DAY,
        gone: () => {
          if (this.hasLeft(certificate)) return 'SETTLED';
          return certificate.isRevoked ? 'WITHDRAWN' : undefined;
        },
      });
    }
  }

  private rejected(wish: Extract<CourseWish, { kind: 'receive' }>, receipt: Receipt, now: number): void {
    const certificate = this.named(receipt);
    const line = this.line(wish, receipt);
    const gone = (): 'SETTLED' | undefined =>
      isRejected(line) && !line.isRequeued && this.sent.get(certificate)!.at(-1) === line ? undefined : 'SETTLED';
    if (gone() === undefined)
      this.letters.add({
        slot: `LINES_REJECTED D${line.seq}.${certificate.name}.1 ONCE ${line.version} office`,
        subject: 'LINES_REJECTED',
        to: 'office',
        sendAt: nextNine(now),
        validUntil: now + 3 * DAY,
        gone,
      });
    this.letters.deliver(now);
  }

  /** One delivery of a course: of each certificate its last state, if that is owed. */
  private export(course: number): void {
    const owed = this.certificates.filter((one) => one.course === course && this.isOwed(one));
    const seq = ++this.seq;
    this.deliveries.set(course, [...(this.deliveries.get(course) ?? []), seq]);
    for (const certificate of owed) {
      const { version, isRevoked } = certificate;
      const line = { seq, version, isRevocation: isRevoked, receipts: [], isRequeued: false };
      this.sent.set(certificate, [...(this.sent.get(certificate) ?? []), line]);
    }
  }

  private isOwed(certificate: Certificate): boolean {
    const { version, isRevoked } = certificate;
    const lines = this.sent.get(certificate) ?? [];
    const last = lines.at(-1);
    if (last && isRejected(last) && !last.isRequeued && last.version === version) return false;
    const base = lines.findLast((line) => !isRejected(line));
    if (base?.isRevocation) return false;
    return isRevoked ? base !== undefined : base?.version !== version;
  }

  private hasLeft(certificate: Certificate): boolean {
    return (this.sent.get(certificate) ?? []).some((line) => !isRejected(line));
  }

  private line(
    { course, delivery }: Extract<CourseWish, { kind: 'receive' | 'requeue' }>,
    about: Pick<Receipt, 'no' | 'ordinal'>,
  ): SentLine {
    const seq = this.deliveries.get(course)![delivery - 1]!;
    const line = this.sent.get(this.named(about))?.find((one) => one.seq === seq);
    if (!line) throw new Error(`${about.no} has no line in delivery ${seq}`);
    return line;
  }

  private named({ no, ordinal }: Pick<Receipt, 'no' | 'ordinal'>): Certificate {
    return this.certificates.filter((one) => one.no === no)[ordinal - 1]!;
  }
}

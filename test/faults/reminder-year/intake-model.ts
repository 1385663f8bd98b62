import type { LocalDate } from '@kull/kernel';
import type { Letters } from './letters';
import type { ModelPart } from './model-facts';
import { daysOn, onTheWall } from './oslo-clock';
import type { Wish } from './scenario';
import { type Application, offersOn, type SmallIntake } from './small-intake';

const DAY = 24 * 3_600_000;

/** The application of somebody that counts: the last. */
interface Counting {
  readonly number: string;
  readonly application: Application;
  /** What was found when it was judged. */
  judged?: 'QUALIFIED' | 'NEEDS_MORE' | 'NOT_QUALIFIED';
}

/** Applications that are begun and not sent, and what those lack that were sent (selection.md 3). */
export class IntakeModel implements ModelPart {
  /** When each draft was saved. */
  private readonly drafts = new Map<string, number>();
  private readonly applications = new Map<string, Counting>();

  constructor(
    private readonly letters: Letters,
    private readonly intake: SmallIntake | undefined,
  ) {}

  happens(wish: Wish): void {
    if (!('applicant' in wish)) return;
    const { applicant: no } = wish;
    switch (wish.kind) {
      case 'save draft':
        this.drafts.set(no, Date.parse(wish.at));
        return;
      case 'decline drafts':
        this.letters.decline('DRAFT_NOT_SENT', no);
        return;
      case 'apply': {
        const before = this.applications.get(no)?.number.split('-')[1] ?? '0';
        this.applications.set(no, { number: `${no}-${Number(before) + 1}`, application: wish.application });
        return;
      }
      case 'supplement': {
        const before = this.applications.get(no)!;
        this.applications.set(no, { ...before, application: { ...before.application, isConfirmed: true } });
        return;
      }
      case 'rank':
        for (const one of this.applications.values()) one.judged = verdictOf(one.application);
        return;
    }
  }

  strike(now: number): void {
    const { date, hour } = onTheWall(now);
    if (!this.intake || hour !== 9) return;
    for (const days of [7, 2]) {
      if (daysOn(date, days) === this.intake.closesOn)
        for (const [no, savedAt] of this.drafts) if (savedAt <= now) this.draft(no, `P${days}D`, now);
      for (const no of this.applications.keys())
        if (daysOn(date, days) === this.dueOn(no)) this.document(no, `P${days}D`, now);
    }
  }

  private draft(no: string, step: string, now: number): void {
    if (this.applications.has(no)) return;
    this.letters.add({
      slot: `DRAFT_NOT_SENT ${no} ${step} 1 ${no}`,
      subject: 'DRAFT_NOT_SENT',
      to: no,
      sendAt: now,
      validUntil: now + DAY,
      gone: () => (this.applications.has(no) ? 'SETTLED' : undefined),
    });
  }

  private document(no: string, step: string, now: number): void {
    if (!this.isMissing(no)) return;
    const { number } = this.applications.get(no)!;
    const version = this.versionOf(no);
    this.letters.add({
      slot: `DOCUMENT_MISSING ${number} ${step} ${version} ${no}`,
      subject: 'DOCUMENT_MISSING',
      to: no,
      sendAt: now,
      validUntil: now + DAY,
      gone: () => {
        if (this.applications.get(no)!.number !== number || !this.isMissing(no)) return 'SETTLED';
        return this.versionOf(no) === version ? undefined : 'MOVED';
      },
    });
  }

  /** Before it is judged an application shows only whether the employer has confirmed it. */
  private isMissing(no: string): boolean {
    const { application, judged } = this.applications.get(no)!;
    if (judged === undefined) return !application.isConfirmed;
    return judged === 'NEEDS_MORE' && verdictOf(application) === 'NEEDS_MORE';
  }

  private versionOf(no: string): 'WINDOW' | 'SUPPLEMENT' {
    return this.applications.get(no)!.judged === undefined ? 'WINDOW' : 'SUPPLEMENT';
  }

  private dueOn(no: string): LocalDate {
    return this.versionOf(no) === 'WINDOW' ? this.intake!.closesOn : offersOn(this.intake!);
  }
}

const verdictOf = ({ isConfirmed, needsAssessment, isLeader }: Application): NonNullable<Counting['judged']> => {
  if (!isLeader) return 'NOT_QUALIFIED';
  return isConfirmed && !needsAssessment ? 'QUALIFIED' : 'NEEDS_MORE';
};

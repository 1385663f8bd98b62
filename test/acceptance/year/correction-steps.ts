import type { AwardSteps } from './award-steps';
import { type Assessment, assessments, type CreditsModel } from './credits-model';
import { REQUIRED } from './timetable';
import { checkRegister, type Imported, imported } from './year-checks';
import { csv } from './year-client';
import type { YearClass } from './year-model';
import type { YearWorld } from './year-world';

const columns = 'at;kind;student_no;value;reason;recorded_by;approved_by';

/** A row of corrections, and what becomes of it. */
interface Correction {
  readonly kind: 'ATTENDANCE' | 'RESULT';
  readonly no: string;
  readonly value: string;
  readonly approvedBy?: string;
  readonly refusal?: string;
}

/** After the award nothing is changed by hand: a correction has the awards judged again (I-31). */
export class CorrectionSteps {
  private minute = 0;

  constructor(
    private readonly world: YearWorld,
    private readonly credits: CreditsModel,
    private readonly awards: AwardSteps,
  ) {}

  /** Marks and changes by hand are refused. */
  async refusedByHand(of: YearClass): Promise<void> {
    const { client, model } = this.world;
    const [session] = of.timetable.all();
    const { no } = model.studentsOf(of.id)[0]!;
    const path = `/classes/${of.id}/registers/${session!.code}/corrections`;
    const change = { studentNo: no, presence: 'PRESENT', reasonClass: 'WRONG_MARK' };
    expect(await client.refused(path, change)).toBe('409 AWARDS_JUDGED');
    await this.awards.checkAwards(of);
  }

  /** Attendance below the minimum takes the credits away, when two people say so; and back again they come. */
  async attendance(of: YearClass): Promise<void> {
    const no = this.someone(of, (one) => this.credits.creditsOf(one) === 30);
    const { model } = this.world;
    const attended = of.timetable.all().filter(({ code }) => model.hoursIn(no, code) > 0);
    let left = model.hoursOf(no);
    const lowered: string[] = [];
    for (const { code } of attended) {
      if (left < REQUIRED) break;
      left -= model.hoursIn(no, code);
      lowered.push(code);
    }
    const before = lowered.map((code) => [code, model.hoursIn(no, code)] as const);
    const to = (hours: (code: string) => number) =>
      lowered.map((code) => `${code}=${(hours(code) / 2).toFixed(1)}`).join();
    const value = to(() => 0);
    const first = lowered[0]!;
    await this.correct(of, [
      { kind: 'ATTENDANCE', no, value: `${first}=4.5`, approvedBy: 'admin-2', refusal: 'HOURS_EXCEED_SESSION' },
      { kind: 'ATTENDANCE', no, value, refusal: 'SECOND_APPROVER_REQUIRED' },
      { kind: 'ATTENDANCE', no, value, approvedBy: 'admin-1', refusal: 'SECOND_APPROVER_REQUIRED' },
      { kind: 'ATTENDANCE', no, value, approvedBy: 'admin-2' },
    ]);
    expect([no, this.credits.reasonsOf(no)]).toEqual([no, ['ATTENDANCE_BELOW_MINIMUM']]);
    await checkRegister(this.world, of, first);
    if (of.code === 'TRONDHEIM-1') return;
    await this.correct(of, [{ kind: 'ATTENDANCE', no, value: to((code) => new Map(before).get(code)!) }]);
    expect([no, this.credits.creditsOf(no)]).toEqual([no, 30]);
  }

  /** A grade that is not passed after all, and one that is. */
  async grades(of: YearClass): Promise<void> {
    const lost = this.someone(of, (one) => this.credits.creditsOf(one) === 30);
    const won = this.someone(of, (one) => this.credits.reasonsOf(one).join() === 'ASSESSMENT_NOT_PASSED');
    const failed = assessments.filter((one) => this.credits.grade(won, one) === 'F');
    await this.correct(of, [
      { kind: 'RESULT', no: lost, value: 'TAKE_HOME_EXAM=F', refusal: 'SECOND_APPROVER_REQUIRED' },
      { kind: 'RESULT', no: lost, value: 'TAKE_HOME_EXAM=F', approvedBy: 'admin-2' },
      ...failed.map((assessment) => ({ kind: 'RESULT', no: won, value: `${assessment}=C` }) as const),
    ]);
    expect([this.credits.creditsOf(lost), this.credits.creditsOf(won)]).toEqual([0, 30]);
  }

  /** Takes a file of corrections in, twice; the second time nothing is new. Then the awards are as the model has them. */
  private async correct(of: YearClass, corrections: readonly Correction[]): Promise<void> {
    const { client, now } = this.world;
    const rows = corrections.map(({ kind, no, value, approvedBy = '' }) => {
      const at = new Date(now + ++this.minute * 60_000).toISOString();
      return [at, kind, no, value, 'Se referat', 'admin-1', approvedBy].join(';');
    });
    const rejected = corrections.flatMap(({ refusal }, i) => (refusal ? [`${i + 1} ${refusal}`] : []));
    const taken = corrections.length - rejected.length;
    const path = `/classes/${of.id}/correction-imports`;
    const file = csv(columns, ...rows);
    expect(imported(await client.post<Imported>(path, file))).toEqual({ taken, unchanged: 0, rejected });
    for (const one of corrections) if (one.refusal === undefined) this.apply(of, one);
    expect(imported(await client.post<Imported>(path, file))).toEqual({ taken: 0, unchanged: taken, rejected });
    await this.awards.checkAwards(of);
  }

  private apply(of: YearClass, { kind, no, value }: Correction): void {
    for (const entry of value.split(',')) {
      const [code, to] = entry.split('=') as [string, string];
      if (kind === 'RESULT') this.credits.grades.set(`${no} ${code as Assessment}`, to);
      else this.world.model.correct(of.id, no, code, Number(to) * 2);
    }
  }

  private someone({ id }: YearClass, isWanted: (no: string) => boolean): string {
    const { model, chance } = this.world;
    const found = model.studentsOf(id).filter(({ no }) => isWanted(no));
    return chance.oneOf(found).no;
  }
}

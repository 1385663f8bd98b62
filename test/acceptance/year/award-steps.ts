import { type Assessment, assessments, type CreditsModel, parts } from './credits-model';
import { checkStep, type Imported, imported } from './year-checks';
import { csv } from './year-client';
import type { YearClass } from './year-model';
import type { YearWorld } from './year-world';

interface Attested {
  readonly attested: number;
  readonly refused: number;
  readonly results: readonly { readonly code?: string }[];
}

const resultColumns = 'student_no;assessment;result;graded_by;attested_by;attested_at';
const partColumns = 'student_no;part;fulfilled_at;reported_by';

/** June: parts, results and awards of every class, from people who grade and others who attest. */
export class AwardSteps {
  constructor(
    private readonly world: YearWorld,
    private readonly credits: CreditsModel,
  ) {}

  /** Nearly everybody has done every part; one declares it alone, the others stand in a file. */
  async partsOf(of: YearClass): Promise<void> {
    const { client, chance } = this.world;
    const done = this.studentsOf(of).flatMap((no) =>
      parts.filter(() => chance.happens(0.98)).map((part) => [no, part]),
    );
    const [alone, ...others] = done as [[string, string], ...[string, string][]];
    const way = { by: alone[1] === 'LECTURE' ? 'LECTURE_WATCHED' : 'STUDENT_DECLARATION' };
    await client.post(`/student-courses/${await this.courseOf(of, alone[0])}/parts`, { part: alone[1], ...way });
    const rows = others.map(([no, part]) => `${no};${part};2027-05-20T10:00:00Z;${part === 'LECTURE' ? 'video' : no}`);
    await this.importTwice(`/classes/${of.id}/part-imports`, csv(partColumns, ...rows), rows.length);
    for (const [no, part] of done) this.credits.done.add(`${no} ${part}`);
    await checkStep(this.world, `parts of ${of.code}`);
  }

  /** One person grades all; who graded cannot attest, another can. */
  async resultsOf(of: YearClass): Promise<void> {
    const { client } = this.world;
    const path = `/classes/${of.id}/result-imports`;
    const graded = this.studentsOf(of).flatMap((no) =>
      assessments.flatMap((assessment) => {
        const grade = this.invented();
        return grade === undefined ? [] : [{ no, assessment, grade }];
      }),
    );
    const [first] = graded;
    const both = `${first!.no};${first!.assessment};${first!.grade};grader-1;grader-1;2027-06-10T10:00:00Z`;
    const refusal = [{ row: 1, studentNo: first!.no, code: 'SAME_PERSON_GRADED_AND_ATTESTED' }];
    expect(await client.post(path, csv(resultColumns, both))).toMatchObject({ taken: 0, rejected: refusal });
    const rows = graded.map(({ no, assessment, grade }) => `${no};${assessment};${grade};grader-1;;`);
    await this.importTwice(path, csv(resultColumns, ...rows), rows.length);
    for (const assessment of assessments) {
      const count = graded.filter((one) => one.assessment === assessment).length;
      await this.attest(of, assessment, count);
    }
    for (const { no, assessment, grade } of graded) this.credits.grades.set(`${no} ${assessment}`, grade);
    await checkStep(this.world, `results of ${of.code}`);
  }

  /** Credits are everything or nothing, and what the model finds of each student (I-33). */
  async award(of: YearClass): Promise<void> {
    const { client, model } = this.world;
    const students = this.studentsOf(of);
    const nobody = { awarded: 0, held: 0, notMet: 0, certificatesDue: 0 };
    const ran = { ...nobody, notApplicable: students.length };
    expect(await client.post(`/classes/${of.id}/award-runs`)).toEqual(ran);
    for (const { code } of of.timetable.all()) model.register(of.id, code).isLocked = true;
    await this.checkAwards(of);
    expect(await this.linesOf(of, 'awards')).toEqual(students.map((no) => this.credits.lineOf(no)));
  }

  /** What was done after the award is judged by another run; the first file stays as it was. */
  async awardAgain(of: YearClass): Promise<void> {
    const { client } = this.world;
    const before = await this.linesOf(of, 'awards');
    const late = this.studentsOf(of).filter((no) => this.credits.reasonsOf(no).join() === 'PART_MISSING');
    for (const no of late)
      for (const part of parts.filter((one) => !this.credits.done.has(`${no} ${one}`))) {
        const row = `${no};${part};2027-06-15T10:00:00Z;admin-1`;
        expect(await client.post(`/classes/${of.id}/part-imports`, csv(partColumns, row))).toMatchObject({ taken: 1 });
        this.credits.done.add(`${no} ${part}`);
      }
    await client.post(`/classes/${of.id}/award-runs`);
    await this.checkAwards(of);
    expect(await this.linesOf(of, 'awards')).toEqual(before);
  }

  /** The list and the file of a class as they stand now. */
  async checkAwards(of: YearClass): Promise<void> {
    const students = this.studentsOf(of);
    expect(await this.linesOf(of, 'awards-final')).toEqual(students.map((no) => this.credits.lineOf(no)));
    const { data } = await this.world.client.get<{ data: { studentNo: string; ectsCredits: number }[] }>(
      `/classes/${of.id}/awards?limit=200`,
    );
    expect(data.map(({ studentNo, ectsCredits }) => [studentNo, ectsCredits])).toEqual(
      students.map((no) => [no, this.credits.creditsOf(no)]),
    );
    await checkStep(this.world, `awards of ${of.code}`);
    const held = students.filter((no) => this.credits.creditsOf(no) === 30).length;
    expect(this.world.log.awards.holders(of.id)).toBe(held);
  }

  private async attest(of: YearClass, assessment: Assessment, count: number): Promise<void> {
    const { client } = this.world;
    const by = (attestedBy: string) =>
      client.post<Attested>(`/classes/${of.id}/attestations`, { assessment, attestedBy });
    const refused = await by('grader-1');
    expect(refused).toMatchObject({ attested: 0, refused: count });
    const codes = refused.results.map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(['SAME_PERSON_GRADED_AND_ATTESTED']));
    expect(await by('grader-2')).toMatchObject({ attested: count, refused: 0 });
  }

  private async importTwice(path: string, file: Buffer, rows: number): Promise<void> {
    const { client } = this.world;
    const first = await client.post<Imported>(path, file);
    expect(imported(first)).toEqual({ taken: rows, unchanged: 0, rejected: [] });
    expect(imported(await client.post<Imported>(path, file))).toEqual({ taken: 0, unchanged: rows, rejected: [] });
  }

  /** Mostly good grades, some that are not passed, and now and then none. */
  private invented(): string | undefined {
    const { chance } = this.world;
    if (chance.happens(0.02)) return undefined;
    return chance.happens(0.04) ? 'F' : chance.oneOf(['A', 'B', 'B', 'C', 'C', 'D', 'E']);
  }

  private async linesOf({ id }: YearClass, file: 'awards' | 'awards-final'): Promise<readonly string[]> {
    const text = (await this.world.client.download(`/classes/${id}/files/${file}.csv`)).toString('utf8');
    return text.split('\r\n').slice(1, -1);
  }

  private async courseOf({ id }: YearClass, no: string): Promise<string> {
    const { data } = await this.world.client.get<{ data: { id: string; studentNo: string }[] }>(
      `/classes/${id}/awards?limit=200`,
    );
    return data.find(({ studentNo }) => studentNo === no)!.id;
  }

  private studentsOf({ id }: YearClass): readonly string[] {
    return this.world.model.studentsOf(id).map(({ no }) => no);
  }
}

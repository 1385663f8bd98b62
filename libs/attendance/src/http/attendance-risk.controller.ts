import type { AsOf } from '@kull/event-store';
import { Allow, asOfIn, Caller, classFor, Problem, problemOf, said, Worded } from '@kull/http';
import { Clock, type Language } from '@kull/kernel';
import { People, Reads } from '@kull/people';
import type { PlannedClass } from '@kull/teaching/contracts';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { standingIdOf } from '../domain/judged-standing';
import { countsOf, type RiskFilter, riskList, type StudentAtRisk } from '../domain/risk-list';
import type { StudentStandings } from '../domain/student-standings';
import { Judgements } from '../judgements';
import { AttendanceStandings } from '../read-models/attendance-standings.query';
import { type Cohort, gatheringsToCome, Standings } from '../standings';
import { RiskAnswer, RiskQuery, riskExample, type StudentView } from './attendance-risk.dto';
import { problems } from './problems';
import { studentView } from './risk-view';

const filters: Readonly<Record<RiskQuery['status'], RiskFilter>> = {
  risk: 'RISK',
  all: 'ALL',
  MET: 'MET',
  SAFE: 'SAFE',
  AT_RISK: 'AT_RISK',
  IMPOSSIBLE: 'IMPOSSIBLE',
};

/** Who may still pass, and who cannot. */
@ApiTags('attendance')
@Controller('attendance-risk')
@Allow('administrator', 'coordinator')
export class AttendanceRiskController {
  constructor(
    private readonly standings: Standings,
    private readonly judgements: Judgements,
    private readonly said: AttendanceStandings,
    private readonly people: People,
    private readonly clock: Clock,
    private readonly reads: Reads,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listAttendanceRisk',
    summary: 'Hvem som kan miste kravet til oppmøte, og hva som kan gjøres; også slik det var kjent eller gjaldt før',
  })
  @ApiOkResponse({ type: RiskAnswer, example: riskExample })
  async list(@Query() query: RiskQuery, @Caller() caller: Caller): Promise<Worded<RiskAnswer>> {
    if (query.class !== undefined) classFor(caller, query.class);
    const asOf = asOfIn(query);
    const cohort = await this.cohortIn(query);
    const [students, classes] = await Promise.all([this.studentsOf(cohort, asOf), this.standings.plansOf(cohort)]);
    const isAsked = (classId: string): boolean => query.class === undefined || query.class === classId;
    const shown = students.filter(({ classId }) => isAsked(classId) && caller.mayClass(classId));
    const toCome = gatheringsToCome(classes, asOf?.validOn ?? this.clock.now());
    const listed = riskList(shown, toCome, filters[query.status]);
    await this.reads.note(
      caller,
      'listAttendanceRisk',
      listed.flatMap(({ personId }) => personId ?? []),
    );
    const { MET: met, SAFE: safe, AT_RISK: atRisk, IMPOSSIBLE: impossible } = countsOf(shown);
    const data = await this.viewsOf(listed, classes, asOf);
    return new Worded((language) => ({ counts: { met, safe, atRisk, impossible }, data: data(language) }));
  }

  private async cohortIn({ intake, class: classId }: RiskQuery): Promise<Cohort> {
    if ((intake === undefined) === (classId === undefined))
      throw Problem.invalid([
        {
          pointer: '/intake',
          code: 'ONE_OF_TWO',
          detail: said(
            'Oppgi enten intake eller class',
            'Oppgje anten intake eller class',
            'Give either intake or class',
          ),
        },
      ]);
    if (intake !== undefined) return this.standings.cohortOfIntake(intake);
    const cohort = await this.standings.cohortOf(classId!);
    if (!cohort) throw problemOf({ code: 'CLASS_NOT_PLANNED' }, problems);
    return cohort;
  }

  /** As the last judgement found them; counted anew when it is asked how it was, or nobody has judged yet. */
  private async studentsOf(cohort: Cohort, asOf: AsOf | undefined): Promise<readonly StudentStandings[]> {
    const judged = asOf ? undefined : await this.judgements.last(cohort.code);
    return judged?.students ?? (await this.standings.ofCohort(cohort, asOf)).map(({ stands }) => stands);
  }

  private async viewsOf(
    listed: readonly StudentAtRisk[],
    classes: ReadonlyMap<string, PlannedClass>,
    asOf: AsOf | undefined,
  ): Promise<(language: Language) => StudentView[]> {
    const ids = listed.map(({ courseClassId, classId, studentNo }) =>
      standingIdOf(courseClassId ?? classId, studentNo),
    );
    const [profiles, said] = await Promise.all([
      this.people.profiles(listed.flatMap(({ personId }) => personId ?? [])),
      // What was last said is of now.
      asOf ? [] : this.said.of(ids),
    ]);
    const since = new Map(said.map((one) => [`${one.standingId} ${one.award} ${one.status}`, one.since] as const));
    return (language) =>
      listed.map((student, at) =>
        studentView(student, {
          plan: classes.get(student.classId)!.plan,
          profile: profiles.get(student.personId ?? ''),
          sinceOf: ({ award, status }) => since.get(`${ids[at]} ${award} ${status}`),
          language,
        }),
      );
  }
}

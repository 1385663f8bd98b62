import type { AsOf } from '@kull/event-store';
import { Allow, Problem, problemOf } from '@kull/http';
import { addDays, instantInOslo, isLocalDate, parseInstant } from '@kull/kernel';
import { People, type Profile } from '@kull/people';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { standingIdOf } from '../domain/judged-standing';
import { countsOf, type RiskFilter, riskList, type StudentAtRisk } from '../domain/risk-list';
import { AttendanceStandings } from '../read-models/attendance-standings.query';
import { type ClassStandings, type Cohort, Standings } from '../standings';
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

/** A day stands for all of it, in Norway. */
const endOf = (text: string): string =>
  isLocalDate(text) ? new Date(Date.parse(instantInOslo(addDays(text, 1))) - 1).toISOString() : parseInstant(text)!;

const asOfIn = ({ knownAt, validOn }: RiskQuery): AsOf | undefined =>
  knownAt === undefined && validOn === undefined
    ? undefined
    : {
        ...(knownAt !== undefined && { knownAt: parseInstant(knownAt)! }),
        ...(validOn !== undefined && { validOn: endOf(validOn) }),
      };

/** Who may still pass, and who cannot. */
@ApiTags('attendance')
@Controller('attendance-risk')
@Allow('administrator')
export class AttendanceRiskController {
  constructor(
    private readonly standings: Standings,
    private readonly said: AttendanceStandings,
    private readonly people: People,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listAttendanceRisk',
    summary: 'Hvem som kan miste kravet til oppmøte, og hva som kan gjøres; også slik det var kjent eller gjaldt før',
  })
  @ApiOkResponse({ type: RiskAnswer, example: riskExample })
  async list(@Query() query: RiskQuery): Promise<RiskAnswer> {
    const asOf = asOfIn(query);
    const cohort = await this.standings.ofCohort(await this.cohortIn(query), asOf);
    const shown = query.class === undefined ? cohort : cohort.filter(({ classId }) => classId === query.class);
    const toCome = this.standings.gatheringsToCome(cohort, asOf);
    const { MET: met, SAFE: safe, AT_RISK: atRisk, IMPOSSIBLE: impossible } = countsOf(shown);
    const listed = riskList(shown, toCome, filters[query.status]);
    return { counts: { met, safe, atRisk, impossible }, data: await this.viewsOf(listed, shown, asOf) };
  }

  private async cohortIn({ intake, class: classId }: RiskQuery): Promise<Cohort> {
    if ((intake === undefined) === (classId === undefined))
      throw Problem.invalid([{ pointer: '/intake', code: 'ONE_OF_TWO', detail: 'Oppgi enten intake eller class' }]);
    if (intake !== undefined) return this.standings.cohortOfIntake(intake);
    const cohort = await this.standings.cohortOf(classId!);
    if (!cohort) throw problemOf({ code: 'CLASS_NOT_PLANNED' }, problems);
    return cohort;
  }

  private async viewsOf(
    listed: readonly StudentAtRisk[],
    classes: readonly ClassStandings[],
    asOf: AsOf | undefined,
  ): Promise<StudentView[]> {
    const byId = new Map(classes.map((one) => [one.classId, one] as const));
    const lines = listed.map((line) => {
      const { planned, students } = byId.get(line.classId)!;
      const student = students.get(line.studentNo);
      const standingId = standingIdOf(student?.courseClassId ?? line.classId, line.studentNo);
      return { line, plan: planned.plan, personId: student?.personId, standingId };
    });
    const [profiles, said] = await Promise.all([
      this.people.profiles(lines.flatMap(({ personId }) => personId ?? [])),
      // What was last said is of now.
      asOf ? [] : this.said.of(lines.map(({ standingId }) => standingId)),
    ]);
    const since = new Map(said.map((one) => [`${one.standingId} ${one.award} ${one.status}`, one.since] as const));
    return lines.map(({ line, plan, personId, standingId }) => {
      const profile: Profile | undefined = personId === undefined ? undefined : profiles.get(personId);
      const sinceOf: Parameters<typeof studentView>[1]['sinceOf'] = ({ award, status }) =>
        since.get(`${standingId} ${award} ${status}`);
      return studentView(line, { plan, ...(profile && { profile }), sinceOf });
    });
  }
}

import { AbsenceSteps } from './absence-steps';
import { AttendancePlan } from './attendance-plan';
import { AwardSteps } from './award-steps';
import { CorrectionSteps } from './correction-steps';
import { CreditsModel } from './credits-model';
import { GatheringSteps } from './gathering-steps';
import { PlanningSteps } from './planning-steps';
import { StudentSteps } from './student-steps';
import { SESSIONS } from './timetable';
import { YearAgenda } from './year-agenda';
import { checkPhase, checkStep, checkStudent } from './year-checks';
import { YearScript } from './year-script';
import { beginYear, moveClockTo, openClasses, type YearWorld } from './year-world';

/**
 * A year of 216 students in four classes, 44 half-days each, by HTTP under a moved clock. After every step the
 * invariants I-21 to I-34 hold, and after every phase each read model is what its rebuild gives.
 */
describe('a year of the national programme', () => {
  let world: YearWorld;
  let script: YearScript;
  let agenda: YearAgenda;
  let awards: AwardSteps;
  let corrections: CorrectionSteps;
  let began: number;

  beforeAll(async () => {
    began = performance.now();
    world = await beginYear(2026);
    await openClasses(world);
    const { model, chance } = world;
    const plan = new AttendancePlan(chance, model);
    const students = new StudentSteps(world);
    const planning = new PlanningSteps(world, students);
    script = new YearScript(model, students, new AbsenceSteps(world, plan), planning);
    agenda = new YearAgenda(world, new GatheringSteps(world, plan), script);
    const credits = new CreditsModel(model);
    awards = new AwardSteps(world, credits);
    corrections = new CorrectionSteps(world, credits, awards);
  }, 120_000);

  afterAll(async () => {
    if (!world) return;
    const { client, log } = world;
    const seconds = ((performance.now() - began) / 1_000).toFixed(1);
    console.info(
      `a year: ${client.requests} requests, ${log.registers.marks} marks, ${log.length} events in ${seconds} s`,
    );
    await world.close();
  });

  it('begins with four full classes, each with 44 half-days', async () => {
    const { model } = world;
    expect(model.classes.map(({ id, timetable }) => [model.studentsOf(id).length, timetable.all().length])).toEqual(
      Array.from({ length: 4 }, () => [54, SESSIONS]),
    );
    await checkStep(world, 'the classes are open');
    await script.start();
    await checkPhase(world, 'before the year');
  });

  it.each([1, 2, 3, 4, 5, 6])('goes through gathering %d of every class', async (gathering) => {
    await agenda.walkThrough(gathering);
    await checkPhase(world, `gathering ${gathering}`);
    for (const no of script.metSoFar) await checkStudent(world, no);
  });

  it('ends with every register locked, and has had somebody of each standing', async () => {
    const { model } = world;
    expect(world.standingsSeen).toEqual(new Set(['MET', 'SAFE', 'AT_RISK', 'IMPOSSIBLE']));
    for (const { id } of model.classes) {
      const { data } = await world.client.get<{ data: { status: string; conflicts: number }[] }>(
        `/classes/${id}/registers`,
      );
      expect(data.map(({ status, conflicts }) => [status, conflicts])).toEqual(
        Array.from({ length: SESSIONS }, () => ['locked', 0]),
      );
    }
  });

  it('gives 30 ectsCredits or none', async () => {
    await moveClockTo(world, Date.parse('2027-06-14T10:00:00+02:00'));
    const { classes } = world.model;
    for (const of of classes) await awards.partsOf(of);
    for (const of of classes) await awards.resultsOf(of);
    for (const of of classes) await awards.award(of);
    for (const of of classes) await awards.awardAgain(of);
    await checkPhase(world, 'the awards');
  });

  it('is corrected after the award, and judged again', async () => {
    await moveClockTo(world, Date.parse('2027-06-21T10:00:00+02:00'));
    for (const of of world.model.classes) {
      await corrections.refusedByHand(of);
      await corrections.attendance(of);
      await corrections.grades(of);
    }
    await checkPhase(world, 'the corrections');
    for (const no of script.metSoFar) await checkStudent(world, no);
    expect(world.service.complaints()).not.toMatch(/^\{"level":[456]0/m);
  });
});

import { parseArgs } from 'node:util';
import { Chance } from './chance';
import { application, type InventedApplication, spoiled } from './invented-application';
import { Population } from './people';
import { writeFolder } from './write-folder';

export interface IntakeSize {
  readonly seed: number;
  readonly applicants: number;
  readonly classes: number;
  /** Places per class. By default four for every five applicants in all. */
  readonly capacity?: number;
}

const rounds = [
  { round: 1, offersAt: '2026-04-24T09:00:00+02:00', replyBy: '2026-05-08T23:59:59+02:00' },
  { round: 2, offersAt: '2026-05-11T09:00:00+02:00', replyBy: '2026-05-18T23:59:59+02:00' },
  { round: 3, offersAt: '2026-05-26T09:00:00+02:00', replyBy: '2026-06-02T23:59:59+02:00' },
  { round: 4, offersAt: '2026-06-08T09:00:00+02:00', replyBy: '2026-06-15T23:59:59+02:00' },
];

const areas =
  'NURSING_HOME HOME_CARE MENTAL_HEALTH_AND_SUBSTANCE_USE HEALTH_STATION HABILITATION_AND_REHABILITATION DENTAL_SERVICE EMERGENCY_PRIMARY_CARE ADMINISTRATION GP_SERVICE'.split(
    ' ',
  );

const intakeDocument = ({ seed, applicants, classes, capacity }: IntakeSize) => {
  const places = capacity ?? Math.max(8, Math.round((applicants * 0.8) / classes));
  return {
    intake: `NLP-G${seed}`,
    programme: {
      code: 'NLP',
      title: 'Nasjonal lederutdanning for primærhelsetjenesten',
      ectsCredits: 30,
      level: 7,
      mode: 'IN_PERSON',
    },
    window: { opensAt: '2026-03-01T00:00:00+01:00', closesAt: '2026-03-31T23:59:59+02:00' },
    commissionedPlaces: places * classes,
    maxPerMunicipalityPerClass: 8,
    lotterySeed: `NLP-G${seed}:kull-1`,
    rounds,
    releaseEarmarkedBeforeRound: 3,
    classes: Array.from({ length: classes }, (_, i) => ({
      code: `G${seed}-${i % 4 === 3 ? 'TRONDHEIM' : 'OSLO'}-${i + 1}`,
      site: i % 4 === 3 ? 'Trondheim' : 'Oslo',
      capacity: places,
      earmarkedPhysicianPlaces: Math.max(1, Math.round(places / 11)),
      startsOn: '2026-09-07',
      endsOn: '2027-06-11',
    })),
    targetServiceAreas: areas,
    requirements: {
      minAge: 25,
      minYearsExperience: 4,
      minYearsExperienceWithMaster: 3,
      minEctsCredits: 180,
      priorLearningFromEctsCredits: 90,
    },
    bonus: { recommendation: 3, sameMunicipalityDifferentService: 2 },
    thirdAssessmentWhenDifferenceAbove: 20,
  };
};

const assessmentsOf = (chance: Chance, applicationNo: string) => {
  const first = chance.between(30, 100);
  const second = Math.max(0, Math.min(100, first + chance.between(-26, 26)));
  const scores = Math.abs(first - second) > 20 ? [first, second, chance.between(30, 100)] : [first, second];
  return scores.map((score, i) => ({ application_no: applicationNo, assessor: `assessor-${'abc'[i]}`, score }));
};

const answersOf = (chance: Chance, applicationNo: string) =>
  rounds
    .filter(() => chance.happens(0.95))
    .map(({ round, offersAt, replyBy }) => {
      const late = chance.happens(0.02);
      const from = Date.parse(late ? replyBy : offersAt);
      const until = late ? from + 86_400_000 : Date.parse(replyBy);
      return {
        application_no: applicationNo,
        round,
        answer: chance.happens(0.9) ? 'ACCEPT' : 'DECLINE',
        keep_waiting: chance.happens(0.5) ? 'Y' : 'N',
        answered_at: new Date(from + Math.floor(chance.share() * (until - from))).toISOString().replace('.000Z', 'Z'),
      };
    });

/** An intake folder of the form of selection.md, of any size; the same size and seed give the same bytes. */
export const generateIntake = (directory: string, size: IntakeSize): void => {
  const chance = new Chance(size.seed);
  const document = intakeDocument(size);
  const codes = document.classes.map(({ code }) => code);
  const municipalities = Array.from({ length: Math.max(20, size.classes * 3) }, (_, i) => String(1_000 + i * 7));
  const population = new Population(chance);
  const good: InventedApplication[] = Array.from({ length: size.applicants }, (_, i) =>
    application(chance, population.next(), `G26-${String(i + 1).padStart(6, '0')}`, { codes, municipalities, areas }),
  );
  const bad = spoiled(chance, good, Math.max(8, Math.round(size.applicants / 50)));
  const applications = chance.shuffled([...good, ...bad]);
  writeFolder(
    directory,
    { name: 'intake.json', content: document },
    {
      'applications.csv': {
        columns: Object.keys(good[0]!.row).join(' '),
        rows: applications.map(({ row }) => row),
      },
      'assessments.csv': {
        columns: 'application_no assessor score',
        rows: chance.shuffled(applications).flatMap(({ row }) => assessmentsOf(chance, row.application_no)),
      },
      'answers.csv': {
        columns: 'application_no round answer keep_waiting answered_at',
        rows: chance.shuffled(good).flatMap(({ row }) => answersOf(chance, row.application_no)),
      },
      'hpr-register.csv': {
        columns: 'hpr_number family_name given_names birth_date profession authorised_from authorised_to',
        rows: good.flatMap(({ hpr }) => (hpr ? [hpr] : [])),
      },
      'municipalities.csv': {
        columns: 'municipality_code name',
        rows: municipalities.map((code) => ({ municipality_code: code, name: `Kommune ${code}` })),
      },
    },
  );
};

const main = (): void => {
  const { values, positionals } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      applicants: { type: 'string', default: '20000' },
      classes: { type: 'string', default: '400' },
      capacity: { type: 'string' },
    },
    allowPositionals: true,
  });
  if (positionals.length !== 1)
    throw new Error('generate-intake FOLDER [--seed N] [--applicants N] [--classes N] [--capacity N]');
  generateIntake(positionals[0]!, {
    seed: Number(values.seed),
    applicants: Number(values.applicants),
    classes: Number(values.classes),
    ...(values.capacity ? { capacity: Number(values.capacity) } : {}),
  });
};

if (require.main === module) main();

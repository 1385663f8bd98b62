/**
 * selection.md once more, written from its text alone and as slowly as it reads: lists of plain rows, every question
 * answered by looking through everything again. It shares no code with `src/domain` on purpose; where the two differ,
 * one of them has misread the rules.
 */
import { createHash } from 'node:crypto';
import type { IntakeFolder, Row } from './intake-folder';

interface Person {
  readonly row: Row;
  status: string;
  codes: string[];
  verified: boolean;
  tier: number;
  points: number;
  lottery: string;
  limit: number;
  wishes: string[];
  holds: { class: string; quota: string; wish: number } | null;
  open: { class: string; quota: string; wish: number } | null;
}

export interface SlowFiles {
  readonly rejectedRows: string[][];
  readonly decisions: string[][];
  readonly offers: string[][];
  readonly classLists: string[][];
  readonly waitingLists: string[][];
}

const sortedBy = <T>(list: readonly T[], ...keys: ((one: T) => string | number)[]): T[] =>
  [...list].sort((a, b) => {
    for (const key of keys) {
      if (key(a) < key(b)) return -1;
      if (key(a) > key(b)) return 1;
    }
    return 0;
  });

const osloDay = (instant: string): string => new Date(instant).toLocaleDateString('sv-SE', { timeZone: 'Europe/Oslo' });

const yearsOld = (birthDate: string, day: string): number => {
  let years = 0;
  while (`${Number(birthDate.slice(0, 4)) + years + 1}${birthDate.slice(4)}` <= day) years++;
  return years;
};

/** `births`: the birth date of every national id that is valid. Answers the list of the unassessed, or the files. */
export const slowSelection = (
  folder: IntakeFolder,
  births: ReadonlyMap<string, string>,
): { stopped: string[] } | SlowFiles => {
  const rules = folder.definition;
  const classNames = rules.classes.map((one) => one.code);

  // 1. Rows that cannot be taken in
  const rejectedRows: string[][] = [];
  const takenIn: Row[] = [];
  folder.applications.forEach((record, index) => {
    const row: Row = record;
    const wishes = row.class_wishes!.split('|');
    const at = Date.parse(row.submitted_at!);
    let code = '';
    if (at < Date.parse(rules.window.opensAt) || at > Date.parse(rules.window.closesAt)) code = 'OUTSIDE_WINDOW';
    if (wishes.some((wish, i) => !classNames.includes(wish) || wishes.indexOf(wish) !== i)) code = 'UNKNOWN_CLASS';
    if (!/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(row.submitted_at!) || Number.isNaN(at)) {
      code = 'INVALID_TIMESTAMP';
    }
    if (!births.has(row.national_id!)) code = 'INVALID_NATIONAL_ID';
    if (!row.family_name!.trim() || !row.given_names!.trim()) code = 'MISSING_NAME';
    if (folder.applications.slice(0, index).some((earlier) => earlier.application_no === row.application_no)) {
      code = 'DUPLICATE_APPLICATION_NO';
    }
    if (code) rejectedRows.push(['applications.csv', String(index + 1), row.application_no!, code]);
    else takenIn.push(row);
  });

  const people: Person[] = takenIn.map((row) => ({
    row,
    status: '',
    codes: [],
    verified: false,
    tier: 0,
    points: 0,
    lottery: '',
    limit: row.class_wishes!.split('|').length + 1,
    wishes: row.class_wishes!.split('|'),
    holds: null,
    open: null,
  }));

  // 2. One application per person
  const no = (one: Person): string => one.row.application_no!;
  for (const one of people) {
    const same = people.filter((other) => other.row.national_id === one.row.national_id);
    const latest = sortedBy(same, (other) => Date.parse(other.row.submitted_at!), no).at(-1);
    if (latest !== one) one.status = 'SUPERSEDED';
  }

  // 3. Eligibility
  const day = osloDay(rules.window.closesAt);
  for (const one of people.filter((other) => !other.status)) {
    const { row } = one;
    const say = (code: string, when: boolean): void => {
      if (when) one.codes.push(code);
    };
    const none = row.highest_education === 'NONE';
    const ects = Number(row.ects_credits);
    const { requirements } = rules;
    const years =
      row.highest_education === 'MASTER' ? requirements.minYearsExperienceWithMaster : requirements.minYearsExperience;
    say(
      'NOT_LEADER_WITH_PERSONNEL_AND_BUDGET',
      [row.leader_role, row.personnel_responsibility, row.budget_responsibility].some((yes) => yes !== 'Y'),
    );
    say('OUTSIDE_TARGET_GROUP', !rules.targetServiceAreas.includes(row.service_area!));
    say('INSUFFICIENT_EDUCATION', none && ects < requirements.priorLearningFromEctsCredits);
    say('INSUFFICIENT_EXPERIENCE', Number(row.years_experience) < years);
    say('UNDER_AGE', yearsOld(births.get(row.national_id!)!, day) < requirements.minAge);
    const notQualified = one.codes.length > 0;
    say(
      'PRIOR_LEARNING_ASSESSMENT_NEEDED',
      none && ects >= requirements.priorLearningFromEctsCredits && ects < requirements.minEctsCredits,
    );
    say('MISSING_EMPLOYER_CONFIRMATION', !row.employer_confirmed_at || row.employer_confirmed_at > day);
    one.status = notQualified ? 'NOT_QUALIFIED' : one.codes.length > 0 ? 'NEEDS_MORE' : 'QUALIFIED';
  }
  const qualified = people.filter((one) => one.status === 'QUALIFIED');
  for (const one of qualified.filter((other) => other.row.physician === 'Y')) {
    one.verified = folder.register.some(
      (entry) =>
        entry.hpr_number === one.row.hpr_number &&
        entry.profession === 'PHYSICIAN' &&
        entry.birth_date === births.get(one.row.national_id!) &&
        (entry.authorised_from || '0000') <= day &&
        (entry.authorised_to || '9999') >= day,
    );
    if (!one.verified) one.codes.push('HPR_UNVERIFIED');
    const first = ['MUNICIPAL_CHIEF_PHYSICIAN', 'LEADER_TEAM_PRACTICE', 'LEADER_GROUP_PRACTICE'];
    one.tier = first.includes(one.row.physician_role!) ? 1 : 2;
  }

  // 4. Rank
  const stopped: string[] = [];
  for (const one of qualified) {
    const mine = folder.assessments.filter((row) => row.application_no === no(one));
    const assessors = [...new Set(mine.map((row) => row.assessor!))].sort();
    const scores = assessors.map((name) =>
      Math.min(...mine.filter((row) => row.assessor === name).map((row) => Number(row.score))),
    );
    const apart = Math.abs(scores[0]! - scores[1]!) > rules.thirdAssessmentWhenDifferenceAbove;
    if (scores.length < 2 || (apart && scores.length < 3)) stopped.push(no(one));
    one.points = apart ? sortedBy(scores.slice(0, 3), (score) => score)[1]! : (scores[0]! + scores[1]!) / 2;
    if (one.row.recommended_by!.trim()) one.points += rules.bonus.recommendation;
    const others = qualified.filter(
      (other) =>
        other.row.municipality_code === one.row.municipality_code && other.row.service_area !== one.row.service_area,
    );
    if (others.length > 0) one.points += rules.bonus.sameMunicipalityDifferentService;
    one.lottery = createHash('sha256')
      .update(`${rules.lotterySeed}:${no(one)}`)
      .digest('hex');
  }
  if (stopped.length > 0) return { stopped: stopped.sort() };
  const generalOrder = sortedBy(
    qualified,
    (one) => -one.points,
    (one) => one.lottery,
  );
  const physicianOrder = sortedBy(
    qualified.filter((one) => one.verified),
    (one) => one.tier,
    (one) => -one.points,
    (one) => one.lottery,
  );

  // 5. Rounds of offers
  const earmarked = new Map(rules.classes.map((one) => [one.code, one.earmarkedPhysicianPlaces]));
  const general = new Map(rules.classes.map((one) => [one.code, one.capacity - one.earmarkedPhysicianPlaces]));
  const users = (name: string): { person: Person; quota: string }[] =>
    people.flatMap((person) =>
      [person.holds, person.open]
        .filter((place) => place?.class === name)
        .map((place) => ({ person, quota: place!.quota })),
    );
  const offers: string[][] = [];
  const openOffer = (one: Person, quota: string, places: Map<string, number>): void => {
    for (let wish = 1; wish < one.limit && wish <= one.wishes.length; wish++) {
      const name = one.wishes[wish - 1]!;
      const used = users(name);
      const neighbours = used.filter(({ person }) => person.row.municipality_code === one.row.municipality_code).length;
      if (used.filter((place) => place.quota === quota).length >= places.get(name)!) continue;
      if (neighbours >= rules.maxPerMunicipalityPerClass) continue;
      one.open = { class: name, quota, wish };
      return;
    }
  };
  for (const { round, replyBy } of rules.rounds) {
    if (round === rules.releaseEarmarkedBeforeRound) {
      for (const name of classNames) {
        const wanted = physicianOrder.some((one) => one.wishes.slice(0, Math.max(0, one.limit - 1)).includes(name));
        if (wanted) continue;
        const used = users(name).filter(({ quota }) => quota === 'EARMARKED_PHYSICIAN').length;
        general.set(name, general.get(name)! + earmarked.get(name)! - used);
        earmarked.set(name, used);
      }
    }
    for (const one of physicianOrder) openOffer(one, 'EARMARKED_PHYSICIAN', earmarked);
    for (const one of generalOrder) if (!one.open) openOffer(one, 'GENERAL', general);
    for (const one of qualified) {
      if (!one.open) continue;
      const { class: name, quota, wish } = one.open;
      const inTime = folder.answers.filter(
        (row) =>
          row.application_no === no(one) &&
          Number(row.round) === round &&
          Date.parse(row.answered_at!) <= Date.parse(replyBy),
      );
      const [answer] = sortedBy(
        inTime,
        (row) => Date.parse(row.answered_at!),
        (row) => row.answer!,
        (row) => row.keep_waiting!,
      );
      if (answer?.answer === 'ACCEPT') one.holds = one.open;
      one.limit = answer?.keep_waiting === 'Y' ? wish : 0;
      one.open = null;
      const outcome = !answer ? 'LAPSED' : answer.answer === 'ACCEPT' ? 'ACCEPTED' : 'DECLINED';
      offers.push([String(round), no(one), name, quota, String(wish), outcome]);
    }
  }

  // 6. After the last round
  const waitingLists: string[][] = [];
  for (const name of [...classNames].sort()) {
    for (const [quota, order] of [
      ['EARMARKED_PHYSICIAN', physicianOrder],
      ['GENERAL', generalOrder],
    ] as const) {
      const waiting = order.filter(
        (one) => !one.holds && one.wishes.some((wish, i) => wish === name && i + 1 < one.limit),
      );
      waiting.forEach((one, i) => {
        waitingLists.push([name, quota, String(i + 1), no(one)]);
      });
    }
  }

  // 7. Files
  const text = (points: number): string => points.toFixed(1);
  return {
    rejectedRows,
    decisions: sortedBy(people, no).map((one) => [
      no(one),
      one.status,
      [...one.codes].sort().join(','),
      one.status === 'QUALIFIED' ? text(one.points) : '',
      one.lottery,
      one.verified ? 'Y' : 'N',
      one.verified ? String(one.tier) : '',
    ]),
    offers: sortedBy(
      offers,
      (row) => Number(row[0]),
      (row) => row[1]!,
    ),
    classLists: sortedBy(
      people.flatMap((one) => (one.holds ? [[one.holds.class, no(one), one.holds.quota]] : [])),
      (row) => row[0]!,
      (row) => row[1]!,
    ),
    waitingLists,
  };
};

import { idOf } from '@kull/kernel';
import { deliveryFindings } from './deliveries';
import { type Distrust, documentFindings, storedFiles } from './documents';
import type { Finding } from './finding';
import { readHistory, type Told } from './history';
import { type Ask, eventsOf, eventsOfType, type StoredEvent, streamsOf } from './log';

export type { Finding } from './finding';
export { rules } from './finding';

/** What was looked at. */
export interface Checked {
  readonly entitlements: number;
  readonly versions: number;
  readonly live: number;
  readonly findings: number;
}

const COURSE_POINTS = ['CoursePointsAwarded', 'CoursePointsAwardCorrected', 'AwardReversed'];

/** Documents that are in memory at once, some 60 kB each. */
const DOCUMENTS_AT_ONCE = 50;

/** Set rules that no stream sees by itself, asked of the log in one statement each. */
const NUMBER_TWICE = `select data->>'number' as number, count(*)::integer as times from log.event
  where type = 'CertificateIssued' group by 1 having count(*) > 1`;
const TWO_LIVE = `with revoked as (select data->>'number' as number from log.event where type = 'CertificateRevoked'),
    live as (select data->>'number' as number, data->'statement' as s from log.event i
      where type = 'CertificateIssued' and not exists (select from revoked r where r.number = i.data->>'number'))
  select array_agg(distinct number order by number) as numbers from live
   group by s->>'personId', s->>'classId', s->>'approvalId' having count(distinct number) > 1`;
const distrustIn = async (ask: Ask): Promise<ReadonlyMap<string, Distrust>> => {
  const distrusted = new Map<string, Distrust>();
  for await (const { data, position } of eventsOfType(ask, 'SigningKeyRevoked')) {
    if (data.use !== 'DOCUMENT') continue;
    distrusted.set(data.kid, { position, ...(data.compromisedSince && { since: data.compromisedSince }) });
  }
  return distrusted;
};

const courseOf = (events: readonly StoredEvent[]): string => {
  const { studentCourseId, statement } = events[0]!.data;
  return `student-course-${studentCourseId ?? statement?.studentCourseId}`;
};

/** What is wrong with the documents of these versions, some documents at a time. */
async function* documentsOf(
  ask: Ask,
  told: readonly Told[],
  distrusted: ReadonlyMap<string, Distrust>,
): AsyncGenerator<Finding> {
  const versions = told.flatMap((one) => one.versions);
  for (let from = 0; from < versions.length; from += DOCUMENTS_AT_ONCE) {
    const some = versions.slice(from, from + DOCUMENTS_AT_ONCE);
    const files = await storedFiles(ask, [...new Set(some.map(({ sha256 }) => sha256))]);
    for (const version of some) yield* documentFindings(version, files.get(version.sha256), distrusted);
  }
}

/** Entitlements that have no certificate at all: the stream of certificates would not tell. */
async function* missing(ask: Ask, settledBefore: string): AsyncGenerator<Finding> {
  const page: StoredEvent[] = [];
  const judged = async (): Promise<readonly Finding[]> => {
    const byStream = new Map(
      page.map(({ stream, data }) => [
        `certificate-${idOf('crt', stream.slice('student-course-'.length), data.approvalId)}`,
        stream,
      ]),
    );
    const rows = await ask<{ stream: string }>('select distinct stream from log.event where stream = any ($1)', [
      [...byStream.keys()],
    ]);
    const there = new Set(rows.map(({ stream }) => stream));
    const without = [...byStream].flatMap(([certificate, course]) => (there.has(certificate) ? [] : [course]));
    const courses = without.length === 0 ? new Map() : await eventsOf(ask, without, COURSE_POINTS);
    return without.flatMap((course) => readHistory([], courses.get(course) ?? [], settledBefore).findings);
  };
  for await (const award of eventsOfType(ask, 'CoursePointsAwarded')) {
    page.push(award);
    if (page.length < 200) continue;
    yield* await judged();
    page.length = 0;
  }
  yield* await judged();
}

/** What no stream sees by itself. */
async function* acrossStreams(ask: Ask): AsyncGenerator<Finding> {
  for (const { number, times } of await ask<{ number: string; times: number }>(NUMBER_TWICE))
    yield { rule: 'NUMBER_TWICE', about: number, detail: String(times) };
  for (const { numbers } of await ask<{ numbers: readonly string[] }>(TWO_LIVE))
    yield { rule: 'TWO_LIVE', about: numbers[0]!, detail: numbers.slice(1).join(', ') };
}

/**
 * Checks every certificate anew from the log and the stored bytes: nothing of what issued them is used, no read model is
 * asked, no stored hash is believed. Time grows with the number of certificates, memory does not.
 * @param settledBefore what was recorded later may still be worked on, and is not missed
 * @param onFinding told of each finding as it is made
 */
export const checkCertificates = async (
  ask: Ask,
  settledBefore: string,
  onFinding: (finding: Finding) => void,
): Promise<Checked> => {
  const checked = { entitlements: 0, versions: 0, live: 0, findings: 0 };
  const tell = (finding: Finding): void => {
    checked.findings += 1;
    onFinding(finding);
  };
  const distrusted = await distrustIn(ask);
  for await (const streams of streamsOf(ask, 'certificate')) {
    const courses = await eventsOf(ask, streams.map(courseOf), COURSE_POINTS);
    const told = streams.map((events) => readHistory(events, courses.get(courseOf(events)) ?? [], settledBefore));
    checked.entitlements += told.length;
    checked.live += told.filter(({ live }) => live).length;
    checked.versions += told.reduce((sum, { versions }) => sum + versions.length, 0);
    for (const { findings } of told) findings.forEach(tell);
    for await (const finding of documentsOf(ask, told, distrusted)) tell(finding);
  }
  for (const others of [missing(ask, settledBefore), acrossStreams(ask), deliveryFindings(ask)])
    for await (const finding of others) tell(finding);
  return checked;
};

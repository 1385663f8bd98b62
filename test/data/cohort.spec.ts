import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { cohortDocument, heldSessions } from './cohort-calendar';
import { happenings, personas } from './cohort-stories';

const demo = join(__dirname, '../../apps/cli/demo');
const rows = (name: string): Record<string, string>[] =>
  parse(readFileSync(join(demo, name)), { bom: true, columns: true, delimiter: ';' });
const json = (name: string): unknown => JSON.parse(readFileSync(join(demo, 'nlp-2026-cohort', name), 'utf8'));

const exceptions = rows('nlp-2026-cohort/exceptions.csv');
const missedOf = (code: string, studentNo: string): number =>
  exceptions.filter((one) => one.class === code && one.student_no === studentNo && one.presence !== 'PRESENT').length;

describe('the cohort of the demonstration', () => {
  it('is what its generator writes', () => {
    expect(json('cohort.json')).toEqual(JSON.parse(JSON.stringify(cohortDocument)));
    expect(json('happenings.json')).toEqual(JSON.parse(JSON.stringify(happenings)));
    expect(json('personas.json')).toEqual(JSON.parse(JSON.stringify(personas)));
  });

  it('has 44 half-days in every class, 30 of them held, and nobody in two places at once', () => {
    const taken = new Set<string>();
    for (const one of cohortDocument.classes) {
      const sessions = one.gatherings.flatMap((gathering) => gathering.sessions);
      expect([sessions.length, heldSessions(one).length]).toEqual([44, 30]);
      for (const { startsAt, room, teachers } of sessions)
        for (const who of [room, ...teachers]) {
          expect(taken.has(`${startsAt} ${who}`)).toBe(false);
          taken.add(`${startsAt} ${who}`);
        }
    }
  });

  it('says each exception once for each who saw it, of a session that was held', () => {
    const held = new Set(
      cohortDocument.classes.flatMap((one) => heldSessions(one).map(({ code }) => `${one.code} ${code}`)),
    );
    const keys = exceptions.map((one) => [one.class, one.student_no, one.session, one.device].join(' '));
    expect(new Set(keys).size).toBe(keys.length);
    for (const one of exceptions) expect(held).toContain(`${one.class} ${one.session}`);
  });

  it('has nobody near the requirement but those whose story it is', () => {
    const missing = exceptions.map((one) => [one.class!, one.student_no!] as const);
    const near = new Set(missing.filter((one) => missedOf(...one) > 8).map((one) => one.join(' ')));
    expect([...near].sort()).toEqual(['OSLO-2 A26-000004', 'OSLO-2 A26-000128', 'TRONDHEIM-1 A26-000090']);
    // 44 half-days, of which 33 are needed: eleven may be missed, and not one more.
    expect(missedOf('OSLO-2', 'A26-000004')).toBe(11);
    expect(missedOf('TRONDHEIM-1', 'A26-000090')).toBeGreaterThan(11);
  });

  it('knows its story persons by the names in the other folders', () => {
    const people = new Map(
      [...rows('nlp-2026-intake/applications.csv'), ...rows('nla-2026-spring/participants.csv')].map((one) => [
        one.application_no ?? one.student_no,
        `${one.given_names} ${one.family_name}`,
      ]),
    );
    for (const { name, studentNo } of personas) expect([studentNo, people.get(studentNo)]).toEqual([studentNo, name]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { fieldsIn, fieldsOfSchema, type Schema, withoutHollow } from './field-paths';
import { readAgainstTheRules, routesOf, unseenOf } from './field-rules';
import { type FieldLine, linesOf, reviewedText, tableText } from './field-table';
import { reservedFields } from './reserved-fields';

const lines = linesOf(reviewedText());
const OFFICE = ['administrator', 'coordinator', 'operator'];

/** The table with one more field for a role. */
const planted = (role: string, route: string, path: string): readonly FieldLine[] => [
  ...lines,
  { route, does: 'reads', roles: [role], fields: [{ path, isOnlyDescribed: false }] },
];

describe('who reads what', () => {
  it('is against none of the rules', () => {
    expect(readAgainstTheRules(lines)).toEqual([]);
  });

  it.each([
    ['student', 'GET /api/v1/applications/:id', 'nationalId'],
    ['student', 'GET /api/v1/applications/:id', 'wanted'],
    ['student', 'GET /api/v1/me/reads', 'data[].name.familyName'],
    ['teacher', 'GET /api/v1/classes/:id/roster', 'students[].email'],
    ['teacher', 'GET /api/v1/classes/:id/registers/:session', 'students[].marks[].excuse'],
    ['teacher', 'GET /api/v1/sessions', 'data[].name'],
    ['assessor', 'GET /api/v1/intakes/:id/assessment-work', 'data[].givenNames'],
    ['assessor', 'GET /api/v1/intakes/:id/assessment-work', 'data[].wishes[]'],
    ['assessor', 'GET /api/v1/applications', 'data[].score'],
    ['grader', 'GET /api/v1/staff', 'data[].phone'],
    ['auditor', 'GET /api/v1/reads', 'data[].name'],
    ['association', 'GET /api/v1/certificates', 'data[].studentNo'],
    ['association', 'POST /api/v1/points-look-ups', 'data[].requirements[].evidence[].who'],
    ['association', 'POST /api/v1/points-look-ups', 'data[].grade'],
    ['everybody', 'GET /api/v1/door-keys', 'keys[].hprNumber'],
  ])('would be, if %s of %s read %s', (role, route, path) => {
    expect(readAgainstTheRules(planted(role, route, path)).join()).toContain(`${role}, ${route}: ${path} (`);
  });

  it.each(['auditor', 'student'] as const)('is asked by %s with a few operations, and no other', (role) => {
    const routes = lines.filter(({ roles }) => roles.includes(role)).map(({ route }) => route);
    expect([...new Set(routes)].sort()).toEqual([...routesOf[role]].sort());
  });

  it('is nothing for somebody whom no line names', () => {
    const known = ['everybody', 'teacher', 'assessor', 'grader', 'auditor', 'association', 'student', ...OFFICE];
    expect(lines.flatMap(({ roles }) => roles).filter((role) => !known.includes(role))).toEqual([]);
  });

  /** What has no data in the world of the test, of what others than the office read. Better fewer than more. */
  it('was seen, but for what happens in other tests', () => {
    const unseen = lines
      .filter(
        ({ roles, fields }) =>
          roles.some((role) => !OFFICE.includes(role)) && fields.some((one) => one.isOnlyDescribed),
      )
      .map(({ route }) => route);
    expect([...new Set(unseen)].sort()).toEqual(Object.keys(unseenOf).sort());
  });
});

describe('who writes what', () => {
  const written = lines.filter(({ does }) => does === 'writes');
  const routes = [...new Set(written.map(({ route }) => route))];

  it('is one list for all who may call an operation, but for fields that are reserved', () => {
    const reserved = new Set(reservedFields.map(({ route }) => route));
    const several = routes.filter((route) => written.filter((line) => line.route === route).length > 1);
    expect(several.filter((route) => !reserved.has(route))).toEqual([]);
    for (const { route, field, only } of reservedFields) {
      const having = written.filter((line) => line.route === route && line.fields.some(({ path }) => path === field));
      expect([route, field, having.map(({ roles }) => roles)]).toEqual([route, field, [only]]);
    }
  });

  it('is never who did it, but for those who may speak for others', () => {
    const speaks = written.flatMap(({ route, roles, fields }) =>
      fields
        .filter(
          ({ path }) => /By$|(^|\.)(actor|assessor)$/.test(path) && !/commissionedBy|fulfilledBy|handInBy/.test(path),
        )
        .filter(() => roles.some((role) => !['operator', 'administrator', 'coordinator'].includes(role)))
        .map(({ path }) => `${roles.join(' ')}, ${route}: ${path}`),
    );
    expect(speaks).toEqual([]);
  });

  it('is for a student an answer and an appeal, and nothing that a decision is made of', () => {
    const own = written.filter(({ roles }) => roles.includes('student'));
    expect(own.map(({ route, fields }) => [route, fields.map(({ path }) => path)])).toEqual([
      ['POST /api/v1/applications/:id/appeals', ['grounds', 'wantedChange']],
      ['POST /api/v1/offers/:id/answers', ['answer', 'keepWaiting']],
    ]);
  });
});

describe('the table', () => {
  it('is read as it is written', () => {
    expect(tableText(lines)).toBe(reviewedText());
  });

  it('has a field of a list, of a map with open keys, and of what is empty here and not there', () => {
    const value = {
      a: [
        { b: 1, c: null },
        { b: 2, c: { d: 'x' } },
      ],
      byClass: { 'OSLO-1': 3 },
      e: [],
      f: {},
    };
    const fields = fieldsIn(value);
    expect([...withoutHollow(fields, new Set(fields.map(({ path }) => path)))]).toEqual([
      'a[].b',
      'a[].c.d',
      'byClass.*',
      'e[]',
      'f',
    ]);
  });

  it('has of a body what its schema has', () => {
    const schema = {
      properties: { a: { $ref: '#/components/schemas/A' }, b: { items: { properties: { c: {}, d: {} } } } },
    };
    const A: Schema = { anyOf: [{ properties: { x: {} } }, { properties: { y: {} } }] };
    expect(fieldsOfSchema(schema, { A })).toEqual(['a.x', 'a.y', 'b[].c', 'b[].d']);
  });
});

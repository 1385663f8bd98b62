import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { create } from 'xmlbuilder2';
import { validateXML } from 'xmllint-wasm';
import { statementExample as example } from '../testing/statement-example';
import type { StatementContent } from './content';
import { elmoOf } from './elmo';
import { renderStatement } from './render';

/** The published schema files; not part of the project (they lie beside it where it is developed and checked). */
const schemas = resolve(__dirname, '../../../../../shared/schemas/elmo');
const hasSchemas = existsSync(join(schemas, 'schema.xsd'));

/** What ELMO needs of the XML namespace. */
const xmlNamespace = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
  <xs:attribute name="lang" type="xs:language"/><xs:attribute name="base" type="xs:anyURI"/>
</xs:schema>`;

/** The one type that the address schema takes from elsewhere; a statement has no address. */
const commonTypes = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="https://github.com/erasmus-without-paper/ewp-specs-architecture/blob/stable-v1/common-types.xsd">
  <xs:simpleType name="CountryCode"><xs:restriction base="xs:token"/></xs:simpleType>
</xs:schema>`;

/** The file of an address that ends so. */
const fileOf = (end: string): string => (end === 'stable-v1/schema.xsd' ? 'ewp-address.xsd' : end.split('/')[1]!);

const schemaFault = async (xml: string): Promise<string | undefined> => {
  const file = (name: string) => readFileSync(join(schemas, name), 'utf8');
  const local = (text: string) =>
    text.replace(
      /schemaLocation="[^"]*?([^"/]+\/[^"/]+\.xsd)"/g,
      (_all, end: string) => `schemaLocation="${fileOf(end)}"`,
    );
  const { valid, rawOutput } = await validateXML({
    xml: [{ fileName: 'elmo.xml', contents: xml }],
    schema: [{ fileName: 'schema.xsd', contents: local(file('schema.xsd')) }],
    preload: [
      { fileName: 'xml.xsd', contents: xmlNamespace },
      { fileName: 'common-types.xsd', contents: commonTypes },
      ...['xmldsig-core-schema.xsd', 'EUROPASS_ISOCountries_V1.1.xsd', 'ewp-address.xsd'].map((fileName) => ({
        fileName,
        contents: local(file(fileName)),
      })),
    ],
  });
  return valid ? undefined : rawOutput;
};

interface Node {
  readonly [name: string]: unknown;
}
const read = (xml: string): Node => (create(xml).end({ format: 'object' }) as { readonly elmo: Node }).elmo;
const keys = (node: unknown): string[] => Object.keys(node as object).filter((key) => !key.startsWith('@'));

/** The order and presence that ELMO 1.5 asks for, checked without its schema. */
const structureFaults = (xml: string): string[] => {
  const elmo = read(xml);
  const report = elmo.report as Node;
  const issuer = report.issuer as Node;
  const instance = (report.learningOpportunitySpecification as Node).specifies as Node;
  const inOrder = (node: unknown, order: readonly string[], name: string) =>
    isInOrder(keys(node), order) ? [] : [`${name}: ${keys(node).join(' ')}`];
  return [
    ...inOrder(elmo, ['generatedDate', 'learner', 'report', 'attachment'], 'elmo'),
    ...inOrder(elmo.learner, ['givenNames', 'familyName', 'bday'], 'learner'),
    ...inOrder(issuer, ['country', 'identifier', 'title', 'url'], 'issuer'),
    ...inOrder(report, ['issuer', 'learningOpportunitySpecification', 'issueDate', 'gradingScheme'], 'report'),
    ...inOrder(
      instance.learningOpportunityInstance,
      ['start', 'date', 'status', 'gradingSchemeLocalId', 'resultLabel', 'credit', 'level'],
      'instance',
    ),
    ...inOrder(elmo.attachment, ['title', 'type', 'description', 'content'], 'attachment'),
  ];
};
const isInOrder = (found: readonly string[], order: readonly string[]): boolean =>
  found.every((name, i) => order.includes(name) && (i === 0 || order.indexOf(found[i - 1]!) < order.indexOf(name)));

/** By the published schema where it is, and by the structure alone where it is not. */
const faultOf = async (xml: string): Promise<unknown> =>
  structureFaults(xml).join('\n') || (hasSchemas ? await schemaFault(xml) : undefined);

const pdf = renderStatement(example);

describe(`an ELMO of ectsCredits, checked ${hasSchemas ? 'by the published schema and by' : 'WITHOUT the schema, by'} its structure`, () => {
  it.each(['nb', 'nn', 'en'] as const)('is valid in %s', async (language) =>
    expect(await faultOf(elmoOf({ ...example, language }, pdf))).toBeUndefined(),
  );

  it('is found out when an element is missing or out of order', async () => {
    const xml = elmoOf(example, pdf);
    expect(await faultOf(xml.replace(/<url>[^<]*<\/url>\s*<\/issuer>/, '</issuer><url>x</url>'))).toBeDefined();
    expect(
      await faultOf(xml.replace(/<country>NO<\/country>/, '').replace('</issuer>', '<country>NO</country></issuer>')),
    ).toBeDefined();
  });

  it('is valid whatever people and courses are called', async () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 });
    const contents: fc.Arbitrary<StatementContent> = fc
      .record({ givenNames: text, familyName: text, title: text, grade: fc.constantFrom('A', 'E', 'PASSED') })
      .map(({ givenNames, familyName, title, grade }) => ({
        ...example,
        student: { ...example.student, givenNames, familyName },
        assessments: [{ title, grade: grade as 'A' }],
      }));
    await fc.assert(
      fc.asyncProperty(contents, async (content) => {
        expect(await faultOf(elmoOf(content, new Uint8Array([1])))).toBeUndefined();
      }),
      { numRuns: hasSchemas ? 20 : 200 },
    );
  }, 60_000);

  it('carries ECTS in one place, the statement itself, and no national id', () => {
    const xml = elmoOf(example, pdf);
    expect(xml.match(/<scheme>ects<\/scheme>/g)).toHaveLength(1);
    expect(xml).toContain('<value>30</value>');
    const attached = /base64,([^<]+)</.exec(xml)?.[1];
    expect(Buffer.compare(Buffer.from(attached!, 'base64'), pdf)).toBe(0);
    expect(xml).not.toContain('nationalIdentifier');
    expect(xml).not.toMatch(/<type>(Diploma|Transcript of Records)<\/type>/);
  });
});

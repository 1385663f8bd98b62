import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { floatingPromises } from './lint/floating-promises';
import { lintRules } from './lint/rules';

const project = join(__dirname, '../..');
const fixtures = join(__dirname, 'fixtures/lint');

const parsed = (path: string): ts.SourceFile =>
  ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2023, true);

const configuration = ts.parseJsonConfigFileContent(
  ts.readConfigFile(join(project, 'tsconfig.json'), ts.sys.readFile).config,
  ts.sys,
  project,
);

const placeOf = (source: ts.SourceFile, node: ts.Node): string =>
  `${relative(project, source.fileName)}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`;

/** How many places of each rule's fixture break it. */
const planted: Readonly<Record<string, number>> = {
  'no-clock-but-the-port': 2,
  'no-silent-catch': 1,
  'no-console': 1,
  'no-template-in-query': 3,
  'no-save': 1,
  'no-injected-repository': 1,
  'no-event-bus': 1,
  'no-queue-outside-relay': 1,
  'job-data-is-outbox-id': 2,
};

describe('the project keeps', () => {
  const sources = configuration.fileNames.map((path) => ({ path: relative(project, path), source: parsed(path) }));

  it.each(lintRules.map((rule) => [rule.name, rule] as const))('%s', (_, rule) => {
    const places = sources
      .filter(({ path }) => rule.appliesTo(path))
      .flatMap(({ source }) => rule.breaches(source).map((node) => placeOf(source, node)));
    expect(places).toEqual([]);
  });

  it('no-floating-promises', () => {
    const program = ts.createProgram(configuration.fileNames, configuration.options);
    const places = program
      .getSourceFiles()
      .filter(({ fileName }) => /^(libs|apps)\//.test(relative(project, fileName)))
      .flatMap((source) => floatingPromises(program, source).map((node) => placeOf(source, node)));
    expect(places).toEqual([]);
  }, 60_000);
});

describe('a planted violation turns red', () => {
  it.each(lintRules.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
    expect(rule.breaches(parsed(join(fixtures, `${name}.ts`)))).toHaveLength(planted[name]!);
  });

  it('no-floating-promises', () => {
    const path = join(fixtures, 'floating-promises.ts');
    const program = ts.createProgram([path], { ...configuration.options, paths: {} });
    expect(floatingPromises(program, program.getSourceFile(path)!)).toHaveLength(1);
  }, 60_000);
});

const { readFileSync } = require('node:fs');

const [ts, tsx] = JSON.parse(readFileSync(`${__dirname}/.swcrc`, 'utf8'));
/** As the build has it; `test` is for the build, which has both in one file. */
const transformed = ({ test: _, ...swc }) => [
  '@swc/jest',
  { ...swc, swcrc: false, jsc: { ...swc.jsc, baseUrl: __dirname } },
];
const paths = JSON.parse(readFileSync(`${__dirname}/tsconfig.json`, 'utf8')).compilerOptions.paths;
const moduleNameMapper = Object.fromEntries(
  Object.entries(paths).map(([alias, [target]]) => [
    `^${alias.replace('*', '(.*)')}$`,
    `<rootDir>/${target.replace('./', '').replace('*', '$1')}`,
  ]),
);
// Packages that ship ES modules only; Jest needs them as CommonJS.
const esm = [
  '@noble',
  'jose',
  'qr',
  'asn1js',
  'pkijs',
  'bytestreamjs',
  'pvtsutils',
  'pvutils',
  '@peculiar',
  'tsyringe',
  '@navikt',
  'piscina',
  'postal-mime',
  'oauth4webapi',
  'openid-client',
  'preact',
  'preact-render-to-string',
];
const common = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: { '^.+\\.m?[tj]s$': transformed(ts), '^.+\\.tsx$': transformed(tsx) },
  transformIgnorePatterns: [`/node_modules/(?!(${esm.join('|')})/)`],
  moduleNameMapper,
};

/** unit: pure, no server. db: real PostgreSQL and Redis. acceptance: the whole service, by HTTP and in a browser. */
module.exports = {
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/{apps,libs,test}/**/*.spec.ts'],
      testPathIgnorePatterns: [
        '\\.db\\.spec\\.ts$',
        '<rootDir>/test/(acceptance|faults|launcher|browser)/',
        '/node_modules/',
        '/dist/',
      ],
    },
    { ...common, displayName: 'db', testMatch: ['<rootDir>/{apps,libs,test}/**/*.db.spec.ts'] },
    {
      ...common,
      displayName: 'acceptance',
      testMatch: ['<rootDir>/test/{acceptance,browser}/**/*.spec.ts'],
    },
    { ...common, displayName: 'faults', testMatch: ['<rootDir>/test/{faults,launcher}/**/*.spec.ts'] },
  ],
  testTimeout: 120_000,
  testSequencer: '<rootDir>/test/longest-first.cjs',
};

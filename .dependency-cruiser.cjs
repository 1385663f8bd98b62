/** The boundaries of docs/conventions.md. Each rule is planted once in test/architecture/fixtures/house and must be caught. */
const contexts = 'admissions|teaching|attendance|credits|certificates|deliveries|reminders';
const layer = (...names) => `^libs/(${contexts})/src/(${names.join('|')})/`;
const frameworks = '(^|node_modules/)(@nestjs/[^/]+|typeorm|bullmq|ioredis|pg)(/|$)';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'every-import-is-found',
      comment: 'An import that cannot be resolved satisfies every path rule: the rules would go blind.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-circle',
      comment: 'What imports each other is one thing in two files.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'kernel-depends-on-nothing',
      comment: 'Of ours, nothing. The form of the rule files is the one thing a library does for it.',
      severity: 'error',
      from: { path: '^libs/kernel/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^libs/kernel/|node_modules/csv-stringify/', dependencyTypesNot: ['core'] },
    },
    {
      name: 'domain-is-pure',
      comment: 'domain/ imports itself, the kernel, contracts, and small pure libraries.',
      severity: 'error',
      from: { path: layer('domain'), pathNot: '\\.spec\\.ts$' },
      to: {
        path: `${frameworks}|^libs/(event-store|messaging|http|documents|access|mail|tables)/|^node:|^(fs|net|http|https|child_process)$`,
        pathNot: '^libs/(event-store|mail)/src/contracts\\.ts$',
      },
    },
    {
      name: 'domain-knows-no-other-layer',
      severity: 'error',
      from: { path: layer('domain'), pathNot: '\\.spec\\.ts$' },
      to: { path: layer('codec', 'commands', 'reactions', 'read-models', 'http', 'migrations') },
    },
    {
      name: 'inner-layers-do-not-know-http',
      severity: 'error',
      from: { path: layer('codec', 'commands', 'reactions', 'read-models'), pathNot: '\\.spec\\.ts$' },
      to: { path: `${layer('http')}|^libs/(${contexts})/src/[^/]*\\.module\\.ts$` },
    },
    {
      name: 'codec-knows-only-the-domain',
      severity: 'error',
      from: { path: layer('codec'), pathNot: '\\.spec\\.ts$' },
      to: { path: layer('commands', 'reactions', 'read-models') },
    },
    {
      name: 'contexts-meet-in-contracts',
      severity: 'error',
      from: { path: `^libs/(${contexts})/`, pathNot: '\\.spec\\.ts$' },
      to: { path: `^libs/(${contexts})/`, pathNot: `^libs/$1/|^libs/(${contexts})/src/contracts(\\.ts$|/)` },
    },
    {
      name: 'infrastructure-knows-no-context',
      severity: 'error',
      from: {
        path: '^libs/(kernel|event-store|messaging|http|documents|access|people|mail|tables)/',
        pathNot: '\\.spec\\.ts$',
      },
      to: { path: `^libs/(${contexts})/` },
    },
    {
      name: 'event-store-knows-no-messaging',
      severity: 'error',
      from: { path: '^libs/event-store/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^libs/(messaging|http|documents|access|people|mail|tables)/' },
    },
    {
      name: 'tables-know-only-the-kernel',
      comment: 'Files in, files out: http stands on it, and the command line may use it.',
      severity: 'error',
      from: { path: '^libs/tables/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^libs/(?!tables/|kernel/)|(^|node_modules/)(@nestjs/[^/]+|typeorm|fastify)(/|$)' },
    },
    {
      name: 'commands-do-not-enqueue',
      severity: 'error',
      from: { path: layer('commands'), pathNot: '\\.spec\\.ts$' },
      to: { path: '^libs/messaging/|(^|node_modules/)bullmq(/|$)' },
    },
    {
      name: 'read-models-have-no-effects',
      severity: 'error',
      from: { path: layer('read-models'), pathNot: '\\.spec\\.ts$' },
      to: {
        path: `${layer('commands', 'reactions')}|^libs/(messaging|documents|mail)/|(^|node_modules/)(bullmq|ioredis)(/|$)`,
      },
    },
    {
      name: 'only-messaging-knows-the-queue',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: '^libs/messaging/|^apps/launcher/|\\.spec\\.ts$' },
      to: { path: '(^|node_modules/)(bullmq|ioredis)(/|$)' },
    },
    {
      name: 'libs-do-not-know-apps',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'code-does-not-know-tests',
      comment: 'The launcher runs the tests, and so knows which programs they need.',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: '^apps/launcher/|\\.spec\\.ts$' },
      to: { path: '^test/|\\.spec\\.ts$' },
    },
    {
      name: 'command-line-is-a-client',
      comment: 'It talks HTTP; only the log, the check of a document and the checker look at things directly.',
      severity: 'error',
      from: { path: '^apps/cli/', pathNot: '\\.spec\\.ts$' },
      to: {
        path: `^libs/(${contexts}|messaging|people|http|access)/`,
        pathNot: '^libs/certificates/src/checker/',
      },
    },
    {
      name: 'application-is-a-client',
      comment:
        'It runs in the browser and talks HTTP. Of the service it knows the shapes of answers, and small pure code: the kernel, words that both say, and what the door decides without a network.',
      severity: 'error',
      from: { path: '^apps/web/app/', pathNot: '\\.spec\\.ts$' },
      to: {
        path: '^(libs|apps)/',
        pathNot: '^apps/web/app/|^libs/(kernel/src/(?!index)|[^/]+/src/words/|attendance/src/domain/door-decision)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'service-does-not-know-the-application',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: '^apps/web/(app/|vite\\.config)' },
      to: { path: '^apps/web/app/' },
    },
    {
      name: 'checker-trusts-nobody',
      comment: 'What checks certificates may not be what issues them, or both are wrong in the same way.',
      severity: 'error',
      from: { path: '^libs/certificates/src/checker/', pathNot: '\\.spec\\.ts$' },
      to: { path: `^libs/(?!certificates/src/checker/|kernel/)|${frameworks}` },
    },
    {
      name: 'launcher-needs-only-node',
      severity: 'error',
      from: { path: '^apps/launcher/' },
      to: { path: '^(libs|apps/(?!launcher))|node_modules' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};

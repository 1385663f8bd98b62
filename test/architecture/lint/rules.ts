import ts from 'typescript';
import { calledName, importsFrom, type LintRule, nodesIn } from './rule';

const service = (path: string): boolean => /^(libs|apps\/(api|worker))\//.test(path) && !path.endsWith('.spec.ts');
const everywhere = (path: string): boolean => /^(libs|apps)\//.test(path);

const noClock: LintRule = {
  name: 'no-clock-but-the-port',
  appliesTo: (path) => service(path) && path !== 'libs/kernel/src/time.ts',
  breaches: (source) =>
    nodesIn(
      source,
      (node) =>
        (ts.isNewExpression(node) && node.expression.getText(source) === 'Date' && !node.arguments?.length) ||
        (ts.isCallExpression(node) && node.expression.getText(source) === 'Date.now'),
    ),
};

const noSilentCatch: LintRule = {
  name: 'no-silent-catch',
  appliesTo: everywhere,
  breaches: (source) => nodesIn(source, (node) => ts.isCatchClause(node) && node.block.statements.length === 0),
};

/** What a program says before it has a log, or when it ends without one. */
const program = (path: string): boolean => /^apps\/(api|worker)\/src\/(main|migrate)\.ts$/.test(path);

const noConsole: LintRule = {
  name: 'no-console',
  appliesTo: (path) =>
    (service(path) && !program(path)) || (path.startsWith('apps/cli/') && !path.endsWith('.spec.ts')),
  breaches: (source) =>
    nodesIn(source, (node) => ts.isPropertyAccessExpression(node) && node.expression.getText(source) === 'console'),
};

/** A name with its quotes doubled, to stand between quotes in SQL. */
const isQuoted = (expression: ts.Expression): boolean =>
  ts.isCallExpression(expression) &&
  calledName(expression) === 'replaceAll' &&
  expression.arguments.map((argument) => argument.getText()).join() === `'"','""'`;

/** A text that is written in the file itself, as a constant of the module. */
const isConstant = (expression: ts.Expression): boolean => {
  if (ts.isStringLiteralLike(expression)) return true;
  if (ts.isTemplateExpression(expression)) return expression.templateSpans.every((span) => isConstant(span.expression));
  if (!ts.isIdentifier(expression)) return false;
  const declared = expression
    .getSourceFile()
    .statements.filter(ts.isVariableStatement)
    .filter(({ declarationList }) => declarationList.flags & ts.NodeFlags.Const)
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .find(({ name }) => ts.isIdentifier(name) && name.text === expression.text);
  return declared?.initializer !== undefined && isConstant(declared.initializer);
};

/** Names of tables and schemas cannot be parameters: `identifier(…)` checks them; constants and `create` are code. */
const isCode = (expression: ts.Expression): boolean =>
  isConstant(expression) ||
  isQuoted(expression) ||
  (ts.isPropertyAccessExpression(expression) && expression.name.text === 'create') ||
  (ts.isCallExpression(expression) && calledName(expression) === 'identifier');

const noTemplateInQuery: LintRule = {
  name: 'no-template-in-query',
  appliesTo: service,
  breaches: (source) =>
    nodesIn(source, (node) => {
      if (!ts.isCallExpression(node) || calledName(node) !== 'query') return false;
      const [sql] = node.arguments;
      if (!sql) return false;
      if (ts.isBinaryExpression(sql)) return true;
      return ts.isTemplateExpression(sql) && !sql.templateSpans.every(({ expression }) => isCode(expression));
    }),
};

const noSave: LintRule = {
  name: 'no-save',
  appliesTo: service,
  breaches: (source) =>
    nodesIn(
      source,
      (node) =>
        ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && calledName(node) === 'save',
    ),
};

const noInjectedRepository: LintRule = {
  name: 'no-injected-repository',
  appliesTo: service,
  breaches: (source) =>
    nodesIn(
      source,
      (node) =>
        ts.isDecorator(node) &&
        ts.isCallExpression(node.expression) &&
        calledName(node.expression) === 'InjectRepository',
    ),
};

const forgetful = [
  'EventBus',
  'EventPublisher',
  'AggregateRoot',
  'Saga',
  'EventsHandler',
  'IEventHandler',
  'UnhandledExceptionBus',
];

const noEventBus: LintRule = {
  name: 'no-event-bus',
  appliesTo: everywhere,
  breaches: (source) =>
    importsFrom(source, '@nestjs/cqrs').filter(({ name, propertyName }) =>
      forgetful.includes((propertyName ?? name).text),
    ),
};

const noQueueOutsideRelay: LintRule = {
  name: 'no-queue-outside-relay',
  appliesTo: (path) =>
    everywhere(path) && !/^libs\/messaging\/src\/queue\/[^/]+\.ts$/.test(path) && !path.endsWith('.spec.ts'),
  breaches: (source) =>
    importsFrom(source, 'bullmq').filter(({ name, propertyName }) =>
      ['Queue', 'FlowProducer'].includes((propertyName ?? name).text),
    ),
};

/** A job on the queue says which outbox row it is for, and nothing else: the queue stores in clear text (T35). */
const jobDataIsOutboxId: LintRule = {
  name: 'job-data-is-outbox-id',
  appliesTo: (path) => path.startsWith('libs/messaging/src/queue/'),
  breaches: (source) =>
    nodesIn(source, (node) => {
      if (!ts.isPropertyAssignment(node) || node.name.getText(source) !== 'data') return false;
      const { initializer } = node;
      if (!ts.isObjectLiteralExpression(initializer)) return true;
      return initializer.properties.map((property) => property.name?.getText(source)).join() !== 'outboxId';
    }),
};

export const lintRules: readonly LintRule[] = [
  noClock,
  noSilentCatch,
  noConsole,
  noTemplateInQuery,
  noSave,
  noInjectedRepository,
  noEventBus,
  noQueueOutsideRelay,
  jobDataIsOutboxId,
];

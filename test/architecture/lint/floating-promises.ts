import ts from 'typescript';

/** A Fastify reply can be awaited, and says itself when sending it fails. */
const mayFloat = (type: ts.Type): boolean => type.symbol?.name === 'FastifyReply';

const isThenable = (checker: ts.TypeChecker, type: ts.Type): boolean =>
  (type.isUnion() ? type.types : [type]).some(
    (part) => checker.getPropertyOfType(part, 'then') !== undefined && !mayFloat(part),
  );

const isHandled = (expression: ts.Expression): boolean => {
  if (ts.isVoidExpression(expression) || ts.isAwaitExpression(expression)) return true;
  if (ts.isBinaryExpression(expression)) return expression.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  if (!ts.isCallExpression(expression) || !ts.isPropertyAccessExpression(expression.expression)) return false;
  const { text } = expression.expression.name;
  return (
    (text === 'catch' && expression.arguments.length === 1) || (text === 'then' && expression.arguments.length === 2)
  );
};

/** Statements that start asynchronous work and let go of it: its failure would be nobody's. */
export const floatingPromises = (program: ts.Program, source: ts.SourceFile): readonly ts.Node[] => {
  const checker = program.getTypeChecker();
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isExpressionStatement(node) &&
      !isHandled(node.expression) &&
      isThenable(checker, checker.getTypeAtLocation(node.expression))
    )
      found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};

import ts from 'typescript';

/** One rule of reliability.md 10 over the text of one file. */
export interface LintRule {
  readonly name: string;
  /** Which files it holds for, by path from the project's root. */
  appliesTo(path: string): boolean;
  /** The places that break it. */
  breaches(source: ts.SourceFile): readonly ts.Node[];
}

/** Every node below, and the node itself, that the question answers yes to. */
export const nodesIn = (source: ts.Node, is: (node: ts.Node) => boolean): readonly ts.Node[] => {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (is(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};

/** The name of the method or function that is called: `query` for `tx.query(…)`. */
export const calledName = (node: ts.CallExpression): string => {
  if (ts.isPropertyAccessExpression(node.expression)) return node.expression.name.text;
  return ts.isIdentifier(node.expression) ? node.expression.text : '';
};

/** Names imported from a package. */
export const importsFrom = (source: ts.SourceFile, module: string): readonly ts.ImportSpecifier[] =>
  source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    const bindings = statement.importClause?.namedBindings;
    return statement.moduleSpecifier.text === module && bindings && ts.isNamedImports(bindings)
      ? [...bindings.elements]
      : [];
  });

import ts from 'typescript';

/** A text that is in bokmål and stands where no other language stands beside it. */
export interface LonelyText {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

/** Two words or more with one that only Norwegian has, or a heading with a letter that only Norwegian has. */
const isNorwegian = (text: string): boolean =>
  (/\p{L}\s+\S/u.test(text) &&
    /[æøåÆØÅ]|(?<![\p{L}-])(ikke|og|som|til|fra|med|av|er|har|kan|skal|må|ble|blir|finnes|mangler|eller|ingen|noen)(?![\p{L}-])/iu.test(
      text,
    )) ||
  /^\p{Lu}\p{L}*[æøå]\p{L}*$/u.test(text);

/** Text between interpolations, and what JSX shows. */
const textOf = (node: ts.Node): string | undefined => {
  if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) return node.text.trim();
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…');
};

const nameOf = (node: ts.Node): string =>
  (ts.isPropertyAssignment(node) || ts.isMethodDeclaration(node) || ts.isVariableDeclaration(node)) && node.name
    ? node.name.getText()
    : '';

const inThree = /^(nb|nn|en|bokmal|nynorsk|english)$/;
const callsInThree = /^(said|saidIn|inLanguage)$/;
/** What zod is told is never shown: `faults.ts` says it by its code, in every language. */
const zod = /\.(refine|superRefine|addIssue|regex|describe|meta|check)$/;

const isText = (node: ts.Node): boolean => textOf(node) !== undefined || ts.isArrowFunction(node);

/** Whether other languages stand beside it, or nobody reads it: a description of the API, an example, a fault, a rule of zod's. */
const isCovered = (node: ts.Node): boolean => {
  for (let [child, at] = [node, node.parent]; at; [child, at] = [at, at.parent]) {
    if (ts.isDecorator(at) || ts.isThrowStatement(at) || ts.isImportDeclaration(at)) return true;
    if (inThree.test(nameOf(at)) || /^example/i.test(nameOf(at)) || /Example$/.test(nameOf(at))) return true;
    if (!ts.isCallExpression(at) || !at.arguments.some((argument) => argument === child)) continue;
    const called = at.expression.getText();
    if (callsInThree.test(called) || zod.test(called) || at.arguments.filter(isText).length >= 3) return true;
  }
  return false;
};

/** Every such text of a source. */
export const lonelyIn = (path: string, source: string): readonly LonelyText[] => {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, kind);
  const found: LonelyText[] = [];
  const visit = (node: ts.Node): void => {
    const text = textOf(node);
    if (text !== undefined && isNorwegian(text) && !isCovered(node))
      found.push({ path, line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1, text });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
};

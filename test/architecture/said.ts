import ts from 'typescript';

/** A text in three languages as it stands in a source, without what is put into it. */
export interface SaidText {
  readonly at: string;
  readonly nb: string;
  readonly nn: string;
  readonly en: string;
  /** What each of the three puts in. */
  readonly holes: readonly [string, string, string];
}

const wordsOf = (node: ts.Expression): string =>
  ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)
    ? node.text
    : ts.isTemplateExpression(node)
      ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…')
      : '…';

/** What is put in may depend on the language: a date, or another text. */
const holesOf = (node: ts.Expression): string =>
  ts.isTemplateExpression(node)
    ? node.templateSpans
        .map(({ expression }) => expression.getText().replaceAll(/'[^']*'|\.(nb|nn|en)\b/g, ''))
        .sort()
        .join(' ')
    : '';

/** Every `said(…)` of a source. */
export const saidIn = (path: string, source: string): readonly SaidText[] => {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const found: SaidText[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'said' && node.arguments.length === 3) {
      const [nb, nn, en] = node.arguments as unknown as readonly [ts.Expression, ts.Expression, ts.Expression];
      const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push({
        at: `${path}:${line}`,
        nb: wordsOf(nb),
        nn: wordsOf(nn),
        en: wordsOf(en),
        holes: [holesOf(nb), holesOf(nn), holesOf(en)],
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
};

/** Words that only one of the languages has, and that a text in another got by mistake. */
const tellTales = {
  nb: /(?<!\p{L})(ikkje|frå|kva|kven|kvifor|korleis|berre|ein|eit|ei|nokon|noko|vere|gjere|finst|manglar|vart|blei|dei|fleire|høyrer|òg|no|enno|fråvær|søkjar\p{L}*)(?!\p{L})/iu,
  nn: /(?<![\p{L}-])(ikke|fra|hva|hvem|hvilken|hvilke|hvorfor|hvordan|bare|en|et|noen|noe|være|gjøre|finnes|mangler|ble|dem|flere|hører|nå|ennå|hvis|fravær|søker\p{L}*|poengene|timene|klassene|plassene|filen|listen|økten|samlingen|meldingen|klagen|lenken|linjen|navn|navnet)(?!\p{L})/iu,
  en: /[æøå]|(?<!\p{L})(ikke|ikkje|og|eller|klassen|studenten|filen|fila|opptaket)(?!\p{L})/iu,
};

/** Addresses, names of columns, codes and names of languages, and «å nå», which nynorsk has as well. */
const ofNoLanguage = /\S+[@;_]\S+|^\w\w-[A-Z]{2}$|nn (eller|or) en(?!\p{L})|Bokmål|å nå(?!\p{L})/gu;

const toldBy = (language: keyof typeof tellTales, text: string): string | undefined =>
  tellTales[language].exec(text.replaceAll(ofNoLanguage, ' '))?.[0];

const hasWords = (text: string): boolean => /\p{L}/u.test(text);

/** What gives a text away as the wrong language, or as not translated. */
export const faultsOf = ({ at, nb, nn, en, holes }: SaidText): readonly string[] => [
  ...(nb === nn && nn === en && hasWords(nb) ? [`${at} is the same in all three: ${nb}`] : []),
  ...(nb === en && hasWords(nb) ? [`${at} has no English: ${nb}`] : []),
  ...(Object.entries({ nb, nn, en }) as [keyof typeof tellTales, string][]).flatMap(([language, text]) => {
    const told = toldBy(language, text);
    return told ? [`${at} has «${told}» in ${language}: ${text}`] : [];
  }),
  ...(holes[0] !== holes[1] || holes[1] !== holes[2]
    ? [`${at} does not put the same into all three: ${holes.join(' | ')}`]
    : []),
];

/** A text below `nb`, `nn` or `en` of a record of three languages. */
export interface RecordedText {
  readonly at: string;
  readonly language: keyof typeof tellTales;
  readonly text: string;
}

const languageOf = (node: ts.Node): RecordedText['language'] | undefined => {
  if (!ts.isPropertyAssignment(node)) return undefined;
  const name = node.name.getText();
  return name === 'nb' || name === 'nn' || name === 'en' ? name : undefined;
};

/** Every text in a record of three languages of a source. */
export const recordedIn = (path: string, source: string): readonly RecordedText[] => {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, kind);
  const found: RecordedText[] = [];
  const visit = (node: ts.Node, language: RecordedText['language'] | undefined): void => {
    const here = languageOf(node) ?? language;
    const text = ts.isJsxText(node) ? node.text : ts.isExpression(node) ? wordsOf(node) : '…';
    if (here && text !== '…') {
      const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push({ at: `${path}:${line}`, language: here, text });
    }
    ts.forEachChild(node, (child) => visit(child, here));
  };
  visit(file, undefined);
  return found;
};

/** What gives a text of a record away as the wrong language. */
export const faultOf = ({ at, language, text }: RecordedText): readonly string[] => {
  const told = toldBy(language, text);
  return told ? [`${at} has «${told}» in ${language}: ${text}`] : [];
};

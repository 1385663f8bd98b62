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

const hasWords = (text: string): boolean => /\p{L}/u.test(text);

/** What gives a text away as the wrong language, or as not translated. */
export const faultsOf = ({ at, nb, nn, en, holes }: SaidText): readonly string[] => [
  ...(nb === nn && nn === en && hasWords(nb) ? [`${at} is the same in all three: ${nb}`] : []),
  ...(nb === en && hasWords(nb) ? [`${at} has no English: ${nb}`] : []),
  ...(Object.entries({ nb, nn, en }) as [keyof typeof tellTales, string][]).flatMap(([language, text]) => {
    const told = tellTales[language].exec(text);
    return told ? [`${at} has «${told[0]}» in ${language}: ${text}`] : [];
  }),
  ...(holes[0] !== holes[1] || holes[1] !== holes[2]
    ? [`${at} does not put the same into all three: ${holes.join(' | ')}`]
    : []),
];

/** Strings, and the signs that open, close and part objects; whatever else stands in JSON names nothing. */
const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/g;

/**
 * Whether an object of this JSON text says one name twice. `JSON.parse` takes the last and others the first: a token that
 * means two things is refused (RFC 8725, RFC 7519 4). The text is taken to be JSON.
 */
export const hasRepeatedNames = (json: string): boolean => {
  const open: (Set<string> | undefined)[] = [];
  let expectsName = false;
  for (const [token] of json.matchAll(TOKENS)) {
    const names = open.at(-1);
    if (token === '{') {
      open.push(new Set());
      expectsName = true;
    } else if (token === '[') {
      open.push(undefined);
      expectsName = false;
    } else if (token === '}' || token === ']') {
      open.pop();
      expectsName = false;
    } else if (token === ',') {
      expectsName = names !== undefined;
    } else if (token === ':') {
      expectsName = false;
    } else if (expectsName && names) {
      const name = JSON.parse(token) as string;
      if (names.has(name)) return true;
      names.add(name);
    }
  }
  return false;
};

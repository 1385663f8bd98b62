/** A name as a stranger may see it: `Kari Testesen` is `K*** T***`. Tells neither how long nor how many parts a surname has. */
export const maskedName = (givenNames: string, familyName: string): string =>
  [givenNames, familyName].map((name) => `${Array.from(name.trim())[0] ?? ''}***`).join(' ');

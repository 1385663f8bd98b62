/** How many in each language. */
export type ByLanguage = Readonly<Partial<Record<'nb' | 'nn' | 'en', number>>>;

/** What an award run would lead to besides the credits themselves. */
export interface AwardConsequences {
  /** Students who get course points, and ectsCredits, that they have not now. */
  readonly coursePoints: { readonly students: number; readonly each: number };
  readonly ectsCredits: { readonly students: number; readonly each: number };
  readonly certificates: { readonly issued: number; readonly byLanguage: ByLanguage };
  /** Whoever cannot be given a certificate, and the code why. */
  readonly refused: readonly { readonly studentNo: string; readonly code: string }[];
  readonly letters: { readonly sent: number; readonly byLanguage: ByLanguage; readonly notSent: readonly NotSent[] };
}

interface NotSent {
  readonly studentNo: string;
  readonly reason: string;
}

export const exampleConsequences: AwardConsequences = {
  coursePoints: { students: 18, each: 60 },
  ectsCredits: { students: 20, each: 5 },
  certificates: { issued: 18, byLanguage: { nb: 15, nn: 3 } },
  refused: [],
  letters: {
    sent: 17,
    byLanguage: { nb: 14, nn: 3 },
    notSent: [{ studentNo: 'S260011', reason: 'NO_ADDRESS' }],
  },
};

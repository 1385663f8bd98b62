/** The two kinds of places a class has, by the words of the files (selection.md 7). */
export type Quota = 'EARMARKED_PHYSICIAN' | 'GENERAL';

export const quotas = ['EARMARKED_PHYSICIAN', 'GENERAL'] as const satisfies readonly Quota[];

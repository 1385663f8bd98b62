import { pointsPageTexts } from '../../src/points/points-texts';
import { inLanguage } from '../kit/texts';

/** What has to be done, by its code, as the student is told it; `who` is the student. */
export const actionTexts: Readonly<Record<string, (who: string) => string>> = inLanguage(pointsPageTexts).actions;

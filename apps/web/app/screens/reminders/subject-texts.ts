import { subjectNames } from '../../../../../libs/reminders/src/words/subject-names';
import { inLanguage } from '../../kit/texts';

/** What a reminder is about, in words. */
export const subjectTexts = inLanguage(subjectNames);

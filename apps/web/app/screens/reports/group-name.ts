import { t } from './report-texts';

/** What people call a group: a code of the files stays a code where it has no name. */
export const groupName = (group: string): string => (group === '' ? t.none : (t.groups[group] ?? group));

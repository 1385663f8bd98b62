import type { SubjectPart } from './subject-part';

/** Every subject that there is something to say of. */
export const subjectParts: readonly SubjectPart[] = [];

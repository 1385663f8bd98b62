import { idOf } from '@kull/kernel';

/** The register of one session of one class. */
export const registerIdOf = (classId: string, session: string): string => idOf('reg', classId, session);

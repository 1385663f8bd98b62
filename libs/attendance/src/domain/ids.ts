import { idOf } from '@kull/kernel';

/** The register of one session of one class. */
export const registerIdOf = (classCode: string, session: string): string => idOf('reg', classCode, session);

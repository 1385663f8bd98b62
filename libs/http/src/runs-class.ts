import type { Principal } from './caller';

/** Whether the caller runs that class, and does not only teach it: an administrator, or its coordinator. */
export const runsClass = ({ roles, classesAs }: Principal, classId: string): boolean =>
  roles.includes('administrator') || (classesAs?.coordinator?.includes(classId) ?? false);

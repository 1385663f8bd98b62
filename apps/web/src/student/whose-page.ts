import type { Principal } from '@kull/http';

/**
 * Whose pages somebody sees: their own, since the session says who they are, and nothing that the address says. Every
 * page of a student asks here and nowhere else.
 */
export const whosePage = ({ actor }: Principal): string => actor;

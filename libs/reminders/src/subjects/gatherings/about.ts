import type { GatheringToTell } from '@kull/teaching/contracts/gatherings';

/** `<classId>.<gathering number>`. */
export const aboutGathering = ({ classId, gathering }: Pick<GatheringToTell, 'classId' | 'gathering'>): string =>
  `${classId}.${gathering.number}`;

/** The class in such a name. */
export const classOfAbout = (about: string): string => about.slice(0, about.lastIndexOf('.'));

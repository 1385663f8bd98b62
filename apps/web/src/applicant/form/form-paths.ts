import type { FormPart } from '@kull/admissions';

/** The parts as pages, in the order in which they are filled in. */
export const pageParts = ['ABOUT', 'LEADER_ROLE', 'QUOTA', 'ATTACHMENTS', 'WISHES'] as const;
export type PagePart = (typeof pageParts)[number];

const slugs: Readonly<Record<PagePart, string>> = {
  ABOUT: 'om-deg',
  LEADER_ROLE: 'lederrolle',
  QUOTA: 'kvote',
  ATTACHMENTS: 'vedlegg',
  WISHES: 'onsker',
};

export const applicationPath = (intake: string): string => `/soknad/${encodeURIComponent(intake)}`;

export const partPath = (intake: string, part: PagePart): string => `${applicationPath(intake)}/${slugs[part]}`;

/** Where somebody goes on from a part: the next one, or the whole. */
export const pathAfter = (intake: string, part: PagePart): string => {
  const next = pageParts[pageParts.indexOf(part) + 1];
  return next ? partPath(intake, next) : applicationPath(intake);
};

/** The part of an address that is filled in; undefined: there is none of that name. */
export const formPartNamed = (slug: string): FormPart | undefined => {
  const part = pageParts.find((one) => slugs[one] === slug);
  return part === 'ATTACHMENTS' ? undefined : part;
};

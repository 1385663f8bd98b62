/** What a document is there to show. */
export const attachmentKinds = ['DIPLOMA', 'WORK_CERTIFICATE', 'PRIOR_LEARNING', 'OTHER'] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

/** What a document may be. */
export const attachmentTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type AttachmentType = (typeof attachmentTypes)[number];

/** The name of a file as it is kept: without a folder, on one line, and no longer than a list can show. */
export const fileNameOf = (given: string): string =>
  [...given.replace(/^.*[\\/]/, '').replace(/\p{Cc}/gu, ' ')].slice(0, 120).join('').trim();

/** So many documents belong to one application at most. */
export const maxAttachments = 10;

/**
 * The kinds that an application should have (domain.md 6): the diploma and the work certificates; of somebody without a
 * degree what shows their prior learning. Selection does not read them, so none of them stops an application.
 */
export const wantedAttachments = (highestEducation: string | undefined): readonly AttachmentKind[] =>
  highestEducation === 'NONE' ? ['WORK_CERTIFICATE', 'PRIOR_LEARNING'] : ['DIPLOMA', 'WORK_CERTIFICATE'];

/** The kinds that an application should have, and has no document of. */
export const kindsNotThere = (
  highestEducation: string | undefined,
  documents: readonly { readonly kind: AttachmentKind }[],
): readonly AttachmentKind[] =>
  wantedAttachments(highestEducation).filter((wanted) => !documents.some(({ kind }) => kind === wanted));

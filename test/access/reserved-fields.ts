/**
 * Fields that the body of an operation has and that not everybody may fill in who may call it: whoever else sends one
 * is refused with 403, and nothing is changed (reliability.md 5.1; `forbidden-fields.db.spec.ts`). A name may always be
 * one's own.
 */
export interface ReservedField {
  readonly route: string;
  readonly field: string;
  /** Roles of the matrix, or `operator`. */
  readonly only: readonly string[];
}

/** The name of somebody who did a part of it: only the operator's program speaks for others (S30). */
const named = (route: string, field: string): ReservedField => ({ route, field, only: ['operator'] });

export const reservedFields: readonly ReservedField[] = [
  // When an answer was given decides whether it was in time (I-10).
  { route: 'POST /api/v1/offers/:id/answers', field: 'answeredAt', only: ['administrator'] },
  // Who is partial is said of oneself, or by the office (I-20).
  { route: 'POST /api/v1/applications/:id/disqualifications', field: 'assessor', only: ['administrator'] },
  // What the office writes down that a grader did.
  {
    route: 'POST /api/v1/student-courses/:id/assessments/:assessment/reasons',
    field: 'givenBy',
    only: ['administrator', 'coordinator'],
  },
  // Whose webhook it is: the recipient's own (I-53).
  { route: 'POST /api/v1/webhooks', field: 'orgNumber', only: ['administrator'] },
  // Who saw it (I-30).
  named('POST /api/v1/classes/:id/mark-batches', 'observedBy'),
  named('POST /api/v1/classes/:id/attestations', 'attestedBy'),
  named('POST /api/v1/classes/:id/students/:studentNo/hpr-verifications', 'proposedBy'),
  named('POST /api/v1/classes/:id/students/:studentNo/hpr-verifications/:verification/approvals', 'approvedBy'),
  named('POST /api/v1/certificates/:no/revocations', 'approvedBy'),
  named('POST /api/v1/signing-keys/:kid/revocations', 'approvedBy'),
  named('POST /api/v1/signing-keys/:kid/revocations', 'recordedBy'),
  named('POST /api/v1/export-drafts/:id/approvals', 'approvedBy'),
];

/** Whether whoever has the role may fill in the field: by name, or because an operator is an administrator too. */
export const mayWrite = (route: string, path: string, role: string): boolean => {
  const reserved = reservedFields.find((one) => one.route === route && one.field === path);
  return reserved === undefined ? role !== 'operator' : reserved.only.includes(role);
};

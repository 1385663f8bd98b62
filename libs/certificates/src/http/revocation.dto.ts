import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const reasonCode = z.enum(['FRAUD', 'WRONG_PERSON', 'APPROVAL_WITHDRAWN', 'SUBJECT_REQUEST']);

export class ProposalBody extends createZodDto(z.strictObject({ reasonCode })) {}
export class ApprovalBody extends createZodDto(z.strictObject({})) {}

const proposal = z.strictObject({ reasonCode, proposedBy: z.string(), proposedAt: z.string() });
/** A certificate that somebody wants revoked, until another one agrees. */
export type RevocationProposal = z.infer<typeof proposal>;
export class RevocationProposals extends createZodDto(z.strictObject({ data: z.array(proposal) })) {}

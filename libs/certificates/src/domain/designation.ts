import type { Certificates } from './certificate.state';
import { type CertificateNumber, certificateNumber } from './certificate-number';
import type { Step } from './settle';

/** A step that leads to a document. */
export type IssuingStep = Exclude<Step, { act: 'revoke' }>;

/** Number and version of what is going to be issued. */
export interface Designation {
  readonly number: CertificateNumber;
  readonly ordinal: number;
  readonly version: number;
}

/** A new certificate under the entitlement's number of that ordinal. */
export const designationWith = (key: Uint8Array, { fact }: IssuingStep, ordinal: number): Designation => ({
  number: certificateNumber(key, { ...fact.statement, ordinal }),
  ordinal,
  version: 1,
});

/** The next version of the same number, or a new number, the one that was put on record already if there is one. */
export const designationOf = (key: Uint8Array, { ordinal, prepared }: Certificates, step: IssuingStep): Designation => {
  if (step.act === 'correct') {
    const { number, ordinal: same, version } = step.replaces;
    return { number, ordinal: same, version: version + 1 };
  }
  return designationWith(key, step, prepared?.factVersion === step.fact.version ? ordinal : ordinal + 1);
};

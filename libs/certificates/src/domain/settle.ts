import type { Certificates, LiveCertificate } from './certificate.state';
import type { Awarded, Corrected, EntitlementFact, Reversed } from './entitlement-fact';

/** The next thing to do for an entitlement. */
export type Step =
  | { readonly act: 'issue'; readonly fact: Awarded }
  /** The receiver matches on the HPR number: a certificate with another one is another certificate. */
  | { readonly act: 'reissue'; readonly fact: Corrected; readonly revokes: LiveCertificate }
  | { readonly act: 'correct'; readonly fact: Corrected; readonly replaces: LiveCertificate }
  | { readonly act: 'revoke'; readonly fact: Reversed; readonly revokes: LiveCertificate };

/** What one fact means for the certificate that there is; nothing, when there is none that it could change (credits.md 4). */
export const stepFor = ({ latest }: Certificates, fact: EntitlementFact): Step | undefined => {
  const live = latest.status === 'live' ? latest : undefined;
  switch (fact.kind) {
    case 'awarded':
      return live ? undefined : { act: 'issue', fact };
    case 'corrected':
      if (!live) return undefined;
      return fact.hprNumberChanged ? { act: 'reissue', fact, revokes: live } : { act: 'correct', fact, replaces: live };
    case 'reversed':
      return live && { act: 'revoke', fact, revokes: live };
  }
};

/**
 * The first thing that is still to be done, facts taken strictly in their order. It depends on the state alone: asked
 * twice, late, or with facts that were handled before, it says the same.
 */
export const nextStep = (state: Certificates, facts: readonly EntitlementFact[]): Step | undefined => {
  for (const fact of facts) {
    const step = fact.version > state.settledTo ? stepFor(state, fact) : undefined;
    if (step) return step;
  }
  return undefined;
};

/** What a journey may cost a trained user, the service's waits included. */
export interface JourneyTarget {
  readonly what: string;
  readonly seconds: number;
  /** Clicks with a pointer, or taps. */
  readonly clicks?: number;
  readonly keys?: number;
  /** Of the seconds, those in which the service lets the person wait. */
  readonly waited?: number;
}

/**
 * The jobs of ux.md 2 with their targets. L2 has no page: a machine pulls (test/acceptance/association-consumer). Where
 * ux.md names clicks and no time, the time is what those clicks may take with 2 s of waiting each.
 */
export const targets = {
  A1: { what: 'Find a person by ⌘K, three letters and Enter', seconds: 8, clicks: 0, keys: 6 },
  A2: { what: 'Mark 54 people at the door, all but one at once', seconds: 30 },
  'A2 list': { what: 'Mark 27 people one by one, the network cut twice', seconds: 90 },
  A3: { what: 'Correct one mark, with its reason', seconds: 10, clicks: 3 },
  A4: { what: 'Settle one item of what needs action', seconds: 15 },
  A5: { what: 'Preview and send the next round', seconds: 20, clicks: 3 },
  A6: { what: 'Check a file of 477 applications', seconds: 60 },
  'A6 mend': { what: 'Mend one refused row', seconds: 10 },
  A7: { what: 'From the file of applications to the offers of round 1', seconds: 600, clicks: 60, waited: 15 },
  A8: { what: "Plan the next cohort from last year's", seconds: 180, clicks: 8 },
  'A8 move': { what: 'Move a gathering, having seen who is told', seconds: 20, clicks: 4 },
  A9: { what: 'Take in a file of results, mismatches first', seconds: 60 },
  A10: { what: 'Award, and have the certificates issued', seconds: 90, clicks: 4 },
  A11: { what: 'Prepare a delivery and hand it over', seconds: 60 },
  'A11 reject': { what: 'Settle one rejected line', seconds: 60 },
  A12: { what: 'A report as a file', seconds: 30, clicks: 2 },
  S1: { what: 'See where and when the next gathering is', seconds: 2, clicks: 0 },
  'S1 calendar': { what: 'Subscribe to the calendar', seconds: 10, clicks: 2 },
  S2: { what: 'See why there are no points', seconds: 5, clicks: 1 },
  S3: { what: 'Show the code for the door', seconds: 5, clicks: 1 },
  S4: { what: 'See how much absence is left', seconds: 2, clicks: 0 },
  S5: { what: 'Report absence', seconds: 45, clicks: 5 },
  S6: { what: 'See the result and its deadlines', seconds: 5, clicks: 1 },
  S7: { what: 'Answer an offer from the link in the mail', seconds: 30, clicks: 3 },
  S8: { what: 'Apply', seconds: 720 },
  S9: { what: 'Download a certificate', seconds: 5, clicks: 1 },
  'S9 share': { what: 'Share a certificate', seconds: 15, clicks: 3 },
  S10: { what: 'Correct the HPR number, having seen the effect', seconds: 20 },
  S11: { what: 'Appeal against a decision', seconds: 180 },
  L1: { what: 'Fetch what is new since last time', seconds: 20, clicks: 2 },
  L3: { what: 'Verify one certificate', seconds: 5 },
  L4: { what: 'Look up a physician', seconds: 15 },
  L5: { what: 'Reject one line with its code', seconds: 30 },
  L6: { what: 'Acknowledge changes apart', seconds: 30 },
  L7: { what: 'See the approvals of courses', seconds: 5, clicks: 1 },
  L8: { what: 'Open a machine client with its key', seconds: 600 },
  'L8 test': { what: 'Send a test event', seconds: 10, clicks: 1 },
  L9: { what: 'Find an old delivery, and who has fetched it', seconds: 15 },
} as const satisfies Readonly<Record<string, JourneyTarget>>;

export type Journey = keyof typeof targets;

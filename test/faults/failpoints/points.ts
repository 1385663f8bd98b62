/** Where a process can be made to die (reliability.md 4.3). The letters are those of the page. */
export const points = {
  A1: 'a command is checked, nothing is written',
  A2: 'events are inserted, not committed',
  A3: 'committed, not answered',
  R1: 'outbox rows are read, not on the queue',
  R2: 'on the queue, not noted',
  W1: 'a job is claimed',
  W2: 'the intent to sign is stored',
  W3: 'signed, not stored',
  W4: 'stored, the fact not committed',
  W5: 'committed, the job not done',
  P1: 'a read model is half through its page',
  P2: 'a page is applied, the checkpoint not committed',
  M1: 'the attempt to send a letter is stored',
  M2: 'the mail server knows the recipient, and waits for the letter',
  M3: 'the mail server has taken the letter, its answer is not stored',
  X1: 'a delivery file is kept, the delivery not released',
  K1: 'a new signing key is made, not activated',
  U1: 'an upgrade is between two statements',
} as const;

export type Point = keyof typeof points;

export const isPoint = (text: string): text is Point => text in points;

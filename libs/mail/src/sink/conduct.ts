import { z } from 'zod';

/** The replies of a session with one letter, in their order. */
export const phases = ['GREETING', 'EHLO', 'MAIL', 'RCPT', 'DATA', 'DATA_END'] as const;
export type Phase = (typeof phases)[number];

/**
 * How the sink behaves once. `REPLY`: that code instead. `STALL`: nothing more, the connection stays. `DROP`: the
 * connection is closed instead of the reply. `DRIP`: from this reply on a byte at a time. `DROP_ACCEPTED` and
 * `STALL_ACCEPTED`: the letter is accepted and stored, and the last reply is never seen.
 */
const conduct = z
  .union([
    z.strictObject({ do: z.literal('ACCEPT') }),
    z.strictObject({
      do: z.literal('REPLY'),
      at: z.enum(['GREETING', 'MAIL', 'RCPT', 'DATA_END']),
      code: z.number().int().min(400).max(599),
    }),
    z.strictObject({ do: z.enum(['STALL', 'DROP']), at: z.enum(phases) }),
    z.strictObject({ do: z.literal('DRIP'), at: z.enum(phases), msPerByte: z.number().int().min(1) }),
    z.strictObject({ do: z.enum(['DROP_ACCEPTED', 'STALL_ACCEPTED']) }),
  ])
  .and(
    z.object({
      /** For how many attempts; `always` for all that come. */ times: z
        .union([z.number().int().min(1), z.literal('always')])
        .optional(),
    }),
  );

export type Conduct = z.infer<typeof conduct>;

/** Data, so that another process can be given it. What is not scripted is accepted. */
export const behaviourSchema = z.object({
  /** Of connections in the order in which they come: what happens before a recipient is named. */
  connections: z.array(conduct).optional(),
  /** Of attempts to each recipient, in order. */
  recipients: z.record(z.string(), z.array(conduct)).optional(),
});

export type Behaviour = z.infer<typeof behaviourSchema>;

const accepting: Conduct = { do: 'ACCEPT' };

/** The script, played from the beginning. */
export class Script {
  private readonly left = new Map<string, Conduct[]>();

  constructor({ connections = [], recipients = {} }: Behaviour) {
    this.left.set('', [...connections]);
    for (const [recipient, conducts] of Object.entries(recipients)) this.left.set(recipient, [...conducts]);
  }

  forConnection(): Conduct {
    return this.next('');
  }

  forRecipient(address: string): Conduct {
    return this.next(address);
  }

  private next(key: string): Conduct {
    const conducts = this.left.get(key);
    const [first, ...rest] = conducts ?? [];
    if (first === undefined) return accepting;
    const { times = 1 } = first;
    if (times !== 'always') this.left.set(key, times > 1 ? [{ ...first, times: times - 1 }, ...rest] : rest);
    return first;
  }
}

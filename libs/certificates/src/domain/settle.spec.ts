import { fold } from '@kull/kernel';
import fc from 'fast-check';
import { historyOf } from '../../test-model/facts';
import { settled } from '../../test-model/settled';
import { certificate } from './certificate';
import type { CertificateEvent } from './certificate.events';
import { nextStep } from './settle';

const histories = fc
  .array(fc.constantFrom('rename', 'recount', 'renumber', 'reverse', 'award' as const), { maxLength: 12 })
  .map(historyOf);

/** Number → versions, and how many certificates are live, after each event. */
const walk = (events: readonly CertificateEvent[]) => {
  const versions = new Map<string, number[]>();
  const live = new Set<string>();
  let mostLive = 0;
  for (const { type, data } of events) {
    if (type === 'CertificatePrepared') continue;
    const number = data.number;
    versions.set(number, [...(versions.get(number) ?? []), data.version]);
    if (type === 'CertificateRevoked') live.delete(number);
    else live.add(number);
    mostLive = Math.max(mostLive, live.size);
  }
  return { versions, live, mostLive };
};

describe('settling', () => {
  it('never has two live certificates, counts versions 1, 2, 3 … and uses no number again', () => {
    fc.assert(
      fc.property(histories, (facts) => {
        const { versions, live, mostLive } = walk(settled([], facts));
        expect(mostLive).toBeLessThanOrEqual(1);
        expect(live.size).toBe(facts.findLast(({ kind }) => kind !== 'corrected')!.kind === 'awarded' ? 1 : 0);
        for (const list of versions.values()) expect(list).toEqual(list.map((_, i) => i + 1));
      }),
    );
  });

  it('comes to the same in one go, fact by fact, twice, or interrupted after any command', () => {
    fc.assert(
      fc.property(histories, fc.array(fc.nat({ max: 4 }), { maxLength: 10 }), (facts, interruptions) => {
        const whole = settled([], facts);
        let inSteps: CertificateEvent[] = [];
        facts.forEach((_, i) => {
          inSteps = settled(inSteps, facts.slice(0, i + 1));
        });
        let interrupted: CertificateEvent[] = [];
        for (const commands of interruptions) interrupted = settled(interrupted, facts, commands);
        expect(inSteps).toEqual(whole);
        expect(settled(interrupted, facts)).toEqual(whole);
        expect(settled(whole, facts)).toEqual(whole);
      }),
    );
  });

  it('ends with a certificate that states what is true, or with none', () => {
    fc.assert(
      fc.property(histories, (facts) => {
        const state = fold(certificate, settled([], facts));
        const last = facts.at(-1)!;
        if (last.kind === 'reversed') expect(state.latest.status).toBe('revoked');
        else expect(state.latest).toMatchObject({ status: 'live', statement: last.statement });
        expect(nextStep(state, facts)).toBeUndefined();
      }),
    );
  });
});

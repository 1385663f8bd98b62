import { fold, isRejected } from '@kull/kernel';
import { certificate } from '../src/domain/certificate';
import type { CertificateCommand } from '../src/domain/certificate.commands';
import type { CertificateEvent } from '../src/domain/certificate.events';
import { certificateNumber } from '../src/domain/certificate-number';
import type { EntitlementFact } from '../src/domain/entitlement-fact';
import { nextStep, type Step } from '../src/domain/settle';

const key = new Uint8Array(32).fill(7);
const hash = (text: string): string => Buffer.from(text.padEnd(32, '.')).toString('hex').slice(0, 64);

/** The commands of one step, as the worker gives them: the documents are made up. */
export const commandsOf = (step: Step, ordinalUsed: number): CertificateCommand[] => {
  if (step.act === 'revoke') return [{ type: 'RevokeWithAward', data: { fact: step.fact } }];
  const ordinal = step.act === 'correct' ? step.replaces.ordinal : ordinalUsed + 1;
  const { studentCourseId, classId, approvalId, holder } = step.fact.statement;
  const number = certificateNumber(key, { studentCourseId, classId, approvalId, ordinal });
  const name = `${number}/${step.fact.version}`;
  return [
    {
      type: 'PrepareCertificate',
      data: { fact: step.fact, number, ordinal, record: holder, unsignedSha256: hash(`unsigned ${name}`) },
    },
    { type: 'IssueCertificate', data: { fact: step.fact, number, sha256: hash(`signed ${name}`) } },
  ];
};

/** Works on a history until nothing is left to do; `untilCommands` stops after so many commands, as a crash would. */
export const settled = (
  history: readonly CertificateEvent[],
  facts: readonly EntitlementFact[],
  untilCommands = Number.POSITIVE_INFINITY,
): CertificateEvent[] => {
  const events = [...history];
  let given = 0;
  for (;;) {
    const state = fold(certificate, events);
    const step = nextStep(state, facts);
    if (!step) return events;
    const resumed = state.prepared?.factVersion === step.fact.version ? state.ordinal - 1 : state.ordinal;
    for (const command of commandsOf(step, resumed)) {
      if (given++ >= untilCommands) return events;
      const decision = certificate.decide(fold(certificate, events), command);
      if (isRejected(decision)) throw new Error(decision.rejected.code);
      events.push(...decision.events);
    }
  }
};

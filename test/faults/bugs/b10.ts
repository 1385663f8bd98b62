import { certificate } from '@kull/certificates/domain/certificate';

/** B10: the intent is not stored; the decider, which asks for it, takes it for granted. */
const { decide } = certificate;
Object.assign(certificate, {
  decide: (...[state, command]: Parameters<typeof decide>) => {
    if (command.type === 'PrepareCertificate') return { events: [] };
    if (command.type !== 'IssueCertificate') return decide(state, command);
    const { fact, number } = command.data;
    const version =
      state.latest.status === 'live' && fact.kind === 'corrected' && !fact.hprNumberChanged
        ? state.latest.version + 1
        : 1;
    const prepared = { number, version, ordinal: 1, factVersion: fact.version };
    return decide({ ...state, prepared } as typeof state, command);
  },
});

import { describe, it } from '@jest/globals';
import { given } from '@kull/kernel/given';
import { type ApplicationDraftSaved, draft, type SaveApplicationDraft } from './draft';

const data = {
  intake: 'NLP-2026',
  personId: 'per_1',
  fingerprint: 'f'.repeat(64),
  content: { person: 'per_1', sealed: 'AQIDBA==' },
};
const window = { opensAt: '2026-02-28T23:00:00.000Z', closesAt: '2026-03-31T21:59:59.000Z' };
const saved: ApplicationDraftSaved = { type: 'ApplicationDraftSaved', data };
const save = (now: string, over: object = {}): SaveApplicationDraft => ({
  type: 'SaveApplicationDraft',
  data: { ...data, ...over, window, now },
});

describe('a draft of an application', () => {
  it('is saved while the intake is open, its first and last instant included', () => {
    given(draft)().when(save(window.opensAt)).then(saved);
    given(draft)().when(save(window.closesAt)).then(saved);
  });

  it('is refused before and after', () => {
    given(draft)().when(save('2026-02-28T22:59:59.999Z')).rejectedAs({ code: 'OUTSIDE_WINDOW' });
    given(draft)(saved).when(save('2026-03-31T21:59:59.001Z')).rejectedAs({ code: 'OUTSIDE_WINDOW' });
  });

  it('changes when it says something else', () => {
    given(draft)(saved).when(save('2026-03-10T10:00:00.000Z')).thenNothing();
    const fingerprint = '0'.repeat(64);
    given(draft)(saved)
      .when(save('2026-03-10T10:00:00.000Z', { fingerprint }))
      .then({ type: 'ApplicationDraftSaved', data: { ...data, fingerprint } });
  });
});

import { given } from '@kull/kernel/given';
import { type WorkResumed, work } from './resumed-work';

const data: WorkResumed['data'] = {
  id: '4f0c5d5e-6a3b-5c1d-9e2f-0a1b2c3d4e5f',
  job: 'settle-certificate',
  setAsideAt: '2026-06-19T12:00:00.000Z',
  attempts: 5,
  fault: 'CertificateRefused',
};
const resumed: WorkResumed = { type: 'WorkResumed', data };
const again = { ...data, setAsideAt: '2026-06-20T12:00:00.000Z' };

describe('work that was set aside', () => {
  it('is taken up, and that is kept', () => given(work)().when({ type: 'ResumeWork', data }).then(resumed));

  it('is taken up once, whoever asks again', () => given(work)(resumed).when({ type: 'ResumeWork', data }).then());

  it('is taken up anew when it was set aside anew', () =>
    given(work)(resumed).when({ type: 'ResumeWork', data: again }).then({ type: 'WorkResumed', data: again }));
});

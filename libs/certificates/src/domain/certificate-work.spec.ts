import { fold } from '@kull/kernel';
import { type CertificateWorkResumed, certificateWork } from './certificate-work';

const data: CertificateWorkResumed['data'] = {
  studentCourseId: 'stc_1',
  classId: 'cls_1',
  job: '4f0c5d5e-6a3b-5c1d-9e2f-0a1b2c3d4e5f',
  setAsideAt: '2026-06-19T12:00:00.000Z',
  attempts: 5,
  fault: 'CertificateRefused',
};
const resumed = (over: Partial<typeof data> = {}): CertificateWorkResumed => ({
  type: 'CertificateWorkResumed',
  data: { ...data, ...over },
});
const decided = (given: readonly CertificateWorkResumed[], over: Partial<typeof data> = {}) =>
  certificateWork.decide(fold(certificateWork, given), { type: 'ResumeCertificateWork', data: { ...data, ...over } });

describe('work for a certificate that was set aside', () => {
  it('is taken up, and that is kept', () => expect(decided([])).toMatchObject({ events: [resumed()] }));

  it('is taken up once, whoever asks again', () => expect(decided([resumed()])).toMatchObject({ events: [] }));

  it('is taken up anew when it was set aside anew, and beside other work', () => {
    const later = { setAsideAt: '2026-06-20T12:00:00.000Z' };
    expect(decided([resumed()], later)).toMatchObject({ events: [resumed(later)] });
    const other = { job: '5f0c5d5e-6a3b-5c1d-9e2f-0a1b2c3d4e5f' };
    expect(decided([resumed()], other)).toMatchObject({ events: [resumed(other)] });
  });
});

import { Company } from './company';

const gate = () => {
  let open: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { closed, open };
};
const soon = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('company', () => {
  it('lets jobs run together', async () => {
    const company = new Company();
    const seen: string[] = [];
    const { closed, open } = gate();
    const first = company.join(async () => {
      seen.push('first in');
      await closed;
    });
    await company.join(async () => {
      seen.push('second');
    });
    open();
    await first;
    expect(seen).toEqual(['first in', 'second']);
  });

  it('lets one alone when the others have left, and those who come meanwhile after it', async () => {
    const company = new Company();
    const seen: string[] = [];
    const { closed, open } = gate();
    const all = [
      company.join(() => closed.then(() => void seen.push('early'))),
      company.alone(async (alone) => {
        await soon();
        seen.push(`suspect ${alone}`);
      }),
      company.alone(async (alone) => void seen.push(`second suspect ${alone}`)),
      company.join(async () => void seen.push('late')),
    ];
    await soon();
    expect(seen).toEqual([]);
    open();
    await Promise.all(all);
    expect(seen).toEqual(['early', 'suspect true', 'second suspect true', 'late']);
  });

  it('loses its patience with a job that does not end', async () => {
    const company = new Company(20);
    const { closed, open } = gate();
    const endless = company.join(() => closed);
    const late = company.alone(async (alone) => alone);
    expect(await late).toBe(false);
    expect(await company.join(async () => 'goes on')).toBe('goes on');
    open();
    await endless;
  });

  it('goes on after a failure', async () => {
    const company = new Company();
    await expect(company.alone(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(company.join(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await company.alone(async (alone) => alone)).toBe(true);
  });
});

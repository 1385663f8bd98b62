import { SentForm } from './sent-form';

const sent = async (form: FormData): Promise<SentForm | undefined> => {
  const whole = new Response(form);
  return SentForm.read(whole.headers.get('content-type')!, Buffer.from(await whole.arrayBuffer()));
};

const formOf = (...parts: readonly (readonly [string, string | Blob])[]): FormData => {
  const form = new FormData();
  for (const [name, value] of parts) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, value, 'file');
  }
  return form;
};

describe('a form with a file', () => {
  it('has its fields, also those that stand twice', async () => {
    const form = await sent(formOf(['okt', 'G4D1F'], ['okt', 'G4D1E'], ['arsak', 'CARE']));
    expect([form?.texts('okt'), form?.text('arsak'), form?.text('none')]).toEqual([['G4D1F', 'G4D1E'], 'CARE', '']);
  });

  it.each([
    ['a PDF', '%PDF-1.7 æøå', 'application/pdf'],
    ['a picture', Buffer.of(0xff, 0xd8, 0xff, 0xe0), 'image/jpeg'],
  ])('knows %s by its first bytes, whatever it was called', async (_, content, mediaType) => {
    const form = await sent(formOf(['dokument', new Blob([content], { type: 'text/html' })]));
    expect(form?.document('dokument')).toEqual({ mediaType, bytes: Buffer.from(content) });
  });

  it('tells no file from one that is nothing it takes', async () => {
    expect((await sent(formOf(['arsak', 'CARE'])))?.document('dokument')).toBe('NONE_CHOSEN');
    expect((await sent(formOf(['dokument', new Blob([])])))?.document('dokument')).toBe('NONE_CHOSEN');
    expect((await sent(formOf(['dokument', new Blob(['<html>'])])))?.document('dokument')).toBe('UNKNOWN_TYPE');
  });

  it('is not one when it cannot be read', async () => {
    expect(await SentForm.read('multipart/form-data', Buffer.from('no boundary'))).toBeUndefined();
    expect(await SentForm.read('multipart/form-data; boundary=x', Buffer.from('nothing of the kind'))).toBeUndefined();
    expect(await SentForm.read('text/plain', Buffer.from('a=b'))).toBeUndefined();
  });
});

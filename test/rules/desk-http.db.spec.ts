import { readSheet } from 'read-excel-file/universal';
import { AASE, createDeskWorld, type DeskWorld, KARI, OLA } from '../harness/desk-world';
import { type FormBrowser, formBrowser, textOf } from '../harness/form-browser';

let world: DeskWorld;
let browser: FormBrowser;
beforeAll(async () => {
  world = await createDeskWorld();
  browser = formBrowser(world.api, world.cookie);
});
afterAll(() => world.close());

const get = (url: string, cookie?: string) => browser.get(url, cookie);
const post = (url: string, fields: Readonly<Record<string, string>>, cookie?: string) =>
  browser.post(url, fields, cookie);
const upload = (url: string, file: string, cookie?: string) => browser.upload(url, { fil: file }, cookie);

const receipts = async (id: string) => {
  const reply = await world.api.fastify.inject({
    method: 'GET',
    url: `/api/v1/exports/${id}/acknowledgements`,
    headers: { authorization: world.api.authorization },
  });
  const { counts, lines } = reply.json();
  const received = lines.reduce((sum: number, line: { receipts: unknown[] }) => sum + line.receipts.length, 0);
  return { counts, received };
};

describe('receipts at the desk (L5, L6)', () => {
  it('are asked for changes first and apart, old and new with the reason', async () => {
    const page = textOf((await get(`/levering/${world.second}`)).body);
    const changes = page.indexOf('Se på disse først: rettet og trukket (2)');
    const added = page.indexOf('Nye (1)');
    expect(changes).toBeGreaterThan(0);
    expect(added).toBeGreaterThan(changes);
    for (const text of [
      'Etternavn: Testesen → Testesen Prøve',
      'navnet er endret',
      'Poeng: 60 → 0',
      'Timer til stede: 58,5 → 20',
      'oppmøtet er talt på nytt',
    ])
      expect(page.slice(changes, added)).toContain(text);
    expect(page.slice(added)).toContain('Åsgård-Nordmann, Åse Marie');
  });

  it('say that the changes are received without saying anything of what is new; once more it is no news', async () => {
    const url = `/levering/${world.second}/kvittering`;
    const sent = await post(url, { del: 'endret', svar: 'alle' });
    expect([sent.statusCode, sent.headers.location]).toEqual([303, `/levering/${world.second}?kvittert=2`]);
    expect(await receipts(world.second)).toMatchObject({ counts: { sent: 1, received: 2 }, received: 2 });
    const again = await post(url, { del: 'endret', svar: 'alle' });
    expect(again.headers.location).toBe(`/levering/${world.second}?kvittert=0`);
    expect(await receipts(world.second)).toMatchObject({ received: 2 });
    expect(textOf((await get(String(again.headers.location))).body)).toContain('Dette var kvittert fra før');
  });

  it('reject a line with a code; the page says who sent them, how it stands and what happens next', async () => {
    const sent = await post(`/levering/${world.first}/kvittering`, { del: 'nye', svar: 'noen', l0: '', l1: 'E301' });
    expect(sent.statusCode).toBe(303);
    const page = textOf((await get(String(sent.headers.location))).body);
    for (const text of [
      'Kvitteringen er sendt.',
      '1 mottatt, 1 avvist, 0 venter på kvittering',
      'avvist E301 Finnes fra før',
      '1 mottatt, 1 avvist (E301 Finnes fra før)',
    ])
      expect(page).toContain(text);
    expect(page).toMatch(/T\. Vik, \d+\. \w+ \d{4} \d\d:\d\d: 1 mottatt/);
    // It was withdrawn in the next delivery, so nothing of it is to be mended.
    expect(page).toContain('Er sendt på nytt i en senere levering.');
  });

  it.each([
    ['a code though all are received', { svar: 'alle', l0: 'E301' }, 'noen linjer har kode'],
    ['some are rejected, but none has a code', { svar: 'noen', l0: '' }, 'Velg kode på linjene som avvises'],
    ['a code that there is not', { svar: 'noen', l0: 'E999' }, 'Velg kode på linjene som avvises'],
  ])('are not sent when there is %s: the form comes back as it was', async (_, fields, text) => {
    const before = await receipts(world.second);
    const reply = await post(`/levering/${world.second}/kvittering`, { del: 'nye', ...fields });
    expect(reply.statusCode).toBe(422);
    expect(textOf(reply.body)).toContain(text);
    if (fields.l0 === 'E301')
      expect(reply.body).toMatch(/<option[^>]*value="E301"[^>]*selected|selected[^>]*value="E301"/);
    expect(await receipts(world.second)).toEqual(before);
  });

  it('come in a file: what can be taken is taken, the rest is told by row; the same file again changes nothing', async () => {
    const file = [
      'certificate_id;line_no;version;result;code;message;received_at',
      `${AASE};1;1;ACCEPTED_WITH_WARNING;W104;Heter Aase hos oss;2026-07-09T09:12:00+02:00`,
      `${AASE};1;7;ACCEPTED;;;2026-07-09T09:12:00+02:00`,
      'X;1;1;ACCEPTED;;;2026-07-09T09:12:00+02:00',
    ].join('\r\n');
    const first = await upload(`/levering/${world.second}/kvitteringsfil`, `\ufeff${file}`);
    expect(first.statusCode).toBe(200);
    const page = textOf(first.body);
    expect(page).toContain('1 kvitteringer er tatt imot, 0 var kjent fra før, 2 rader ble ikke tatt imot.');
    expect(page).toContain('Leveringen har linja i en annen versjon.');
    expect(page).toContain('mottatt W104 Navnet er et annet enn i registeret');
    const after = await receipts(world.second);
    const again = textOf((await upload(`/levering/${world.second}/kvitteringsfil`, file)).body);
    expect(again).toContain('0 kvitteringer er tatt imot, 1 var kjent fra før');
    expect(await receipts(world.second)).toEqual(after);
  });

  it('in a file that is none are refused in words, and so is no file', async () => {
    const url = `/levering/${world.second}/kvitteringsfil`;
    const broken = await upload(url, 'a;b\r\n1;2');
    expect([broken.statusCode, textOf(broken.body).includes('kan ikke leses som en kvitteringsfil')]).toEqual([
      422,
      true,
    ]);
    const none = await upload(url, '');
    expect([none.statusCode, textOf(none.body).includes('Velg en fil først')]).toEqual([422, true]);
  });

  it('refuse the whole delivery, once', async () => {
    const third = await world.release([{ number: 'C-3', familyName: 'Ny', givenNames: 'Nils' }]);
    const url = `/levering/${third}/avvisning`;
    expect((await post(url, { kode: 'E301' })).statusCode).toBe(400);
    expect((await post(url, { kode: 'E002' })).headers.location).toContain('kvittert=1');
    expect((await post(url, { kode: 'E002' })).headers.location).toContain('kvittert=0');
    const page = textOf((await get(`/levering/${third}`)).body);
    expect(page).toContain('hele leveringen avvist (E002');
    expect(page).toContain('Linja går igjen med neste levering.');
  });
});

describe('the copy in Excel', () => {
  const nameOf = async () => {
    const { body } = await get(`/levering/${world.first}`);
    return /\/files\/(LF_[^"]+\.xlsx)"/.exec(body)![1]!;
  };

  it('is the same bytes every time, typed, and says what it is a copy of', async () => {
    const url = `/api/v1/exports/${world.first}/files/${await nameOf()}`;
    const [one, other] = [await get(url), await get(url)];
    expect(one.statusCode).toBe(200);
    expect(one.headers['content-type']).toContain('spreadsheetml');
    expect(Buffer.compare(one.rawPayload, other.rawPayload)).toBe(0);
    expect(one.headers.etag).toBe(other.headers.etag);
    const file = new Uint8Array(one.rawPayload).buffer;
    const [head, kari, ola] = await readSheet(file, 1);
    const at = (title: string) => head!.indexOf(title);
    expect(kari![at('Bevisnummer')]).toBe(KARI);
    expect(kari![at('HPR-nummer')]).toBe('9144889');
    expect(ola![at('HPR-nummer')]).toBe('0009145');
    expect([ola![at('Bevisnummer')], ola![at('Poeng')], ola![at('Timer til stede')]]).toEqual([OLA, 60, 58.5]);
    expect(ola![at('Fullført')]).toBeInstanceOf(Object);
    const about = (await readSheet(file, 'Om denne filen')).map((row) => row.join(' ')).join('\n');
    expect(about).toContain('Kopi for mennesker av LF_971228865_000001_20260624T040000Z.csv, SHA-256');
  });

  it('counts as fetched, by name, and leaves the delivered file as it was', async () => {
    const name = await nameOf();
    const page = textOf((await get(`/levering/${world.first}`)).body);
    expect(page).toMatch(new RegExp(`T\\. Vik, [^:]+:\\d\\d: ${name}`));
    const csv = await get(`/api/v1/exports/${world.first}/files/${name.replace('.xlsx', '.csv')}`);
    expect(page).toContain(csv.headers.etag!.toString().replaceAll('"', ''));
    const desk = textOf((await get('/levering')).body);
    expect(desk).not.toContain('Levering 000001 ·');
  });
});

describe('all deliveries (L9)', () => {
  beforeAll(async () => {
    for (let n = 0; n < 55; n++)
      await world.release([{ number: `D-${n}`, familyName: 'Testesen', givenNames: 'Nr' }], {
        createdAt: `2025-0${1 + (n % 9)}-02T04:00:00.000Z`,
      });
    await world.release([{ number: 'D-NYTT', familyName: 'Testesen', givenNames: 'Nr' }], {
      createdAt: '2024-12-31T23:30:00.000Z',
    });
    await world.release([{ number: 'D-ANNEN', familyName: 'Hemmelig', givenNames: 'Nr' }], { recipient: '987654321' });
  }, 60_000);
  const numbersIn = (body: string) =>
    [...body.matchAll(/href="\/levering\/[0-9a-f-]{36}">(\d{6})</g)].map(([, nr]) => Number(nr));

  it('are walked page by page, each once', async () => {
    const seen: number[] = [];
    let url: string | undefined = '/levering/alle';
    while (url) {
      const { body } = await get(url);
      seen.push(...numbersIn(body));
      url = /href="([^"]+)" rel="next"/.exec(body)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(seen).toEqual(Array.from({ length: 59 }, (_, n) => 59 - n));
  });

  it.each([
    ['by year, as it is in Norway', 'aar=2026', [3, 2, 1]],
    ['by number', 'finn=000002', [2]],
    ['by a certificate in it', `finn=${KARI.toLowerCase()}`, [2, 1]],
    ['by the start of the year after', 'aar=2025&finn=D-NYTT', [59]],
    ['by nothing that there is', 'finn=%25', []],
  ])('are found %s', async (_, query, numbers) => {
    expect(numbersIn((await get(`/levering/alle?${query}`)).body)).toEqual(numbers);
  });

  it('go out as the list that is seen, as CSV and Excel', async () => {
    const csv = (await get('/levering/alle.csv?aar=2026')).body;
    const [head, ...rows] = csv.trimEnd().split('\r\n');
    expect(head).toContain('Nr.;Levert;Kurs;Linjer');
    expect(rows.map((row) => row.split(';')[0])).toEqual(['3', '2', '1']);
    expect(rows[2]).toContain('T. Vik');
    expect(rows[2]).toMatch(/LF_971228865_000001_20260624T040000Z\.csv;[0-9a-f]{64}$/);
    const xlsx = await get('/levering/alle.xlsx?finn=000002');
    const list = await readSheet(new Uint8Array(xlsx.rawPayload).buffer, 1);
    expect(list.slice(1).map(([nr]) => nr)).toEqual([2]);
  });

  it('of another organisation are not among them', async () => {
    expect((await get('/levering/alle?finn=D-ANNEN')).body).not.toContain('href="/levering/b');
    expect(numbersIn((await get('/levering/alle', world.otherCookie)).body)).toEqual([1]);
  });
});

describe('the desk of another organisation (I-53)', () => {
  it('finds nothing, and can send nothing', async () => {
    const before = await receipts(world.second);
    const { otherCookie } = world;
    const url = `/levering/${world.second}`;
    const replies = [
      await get(url, otherCookie),
      await post(`${url}/kvittering`, { del: 'nye', svar: 'alle' }, otherCookie),
      await post(`${url}/avvisning`, { kode: 'E002' }, otherCookie),
      await upload(
        `${url}/kvitteringsfil`,
        `certificate_id;line_no;version;result;code;message;received_at\r\n${AASE};1;1;POSTED;;;2026-07-10T09:12:00+02:00`,
        otherCookie,
      ),
    ];
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404]);
    for (const { body } of replies) expect(body).not.toContain('Åsgård');
    expect(await receipts(world.second)).toEqual(before);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { registerBodies, type Upload } from './bodies';
import { Problem } from './problem';

const BOUNDARY = '----WebKitFormBoundary7MA4YWxkTrZu0gW';

let fastify: FastifyInstance;
beforeAll(() => {
  fastify = Fastify({ logger: false });
  registerBodies(fastify);
  fastify.setErrorHandler((error, _request, reply) =>
    error instanceof Problem ? reply.status(error.status).send({ code: error.parts.code }) : reply.status(500).send(),
  );
  fastify.post<{ Body: Upload }>('/uploads', { config: { form: true, upload: true } as object }, async ({ body }) =>
    Object.entries(body).map(([name, value]) =>
      typeof value === 'string' ? [name, value] : [name, value.name, Buffer.from(value.bytes).toString('latin1')],
    ),
  );
  fastify.post('/elsewhere', async () => 'taken');
});
afterAll(() => fastify.close());

const part = (disposition: string, content: string): string =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;

const upload = (payload: string, boundary = BOUNDARY, url = '/uploads') =>
  fastify.inject({
    method: 'POST',
    url,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload,
  });

describe('a form with a file', () => {
  it('is taken apart, and a field that no file was chosen for is left out', async () => {
    const content = '\ufeffa;b\r\n------WebKitFormBoundary is no end\r\n';
    const form = [
      part('name="word"', 'ærlig'),
      part('name="file"; filename="Kvittering Tromsø.csv"', content),
      part('name="none"; filename=""', ''),
      part('name="__proto__"', 'x'),
    ];
    const reply = await upload(`${form.join('')}--${BOUNDARY}--\r\n`);
    expect(reply.json()).toEqual([
      ['word', 'ærlig'],
      ['file', 'Kvittering Tromsø.csv', Buffer.from(content).toString('latin1')],
      ['__proto__', 'x'],
    ]);
  });

  it('is refused when it is cut or no form, and where no form is taken', async () => {
    const cut = await upload(part('name="word"', 'a'));
    expect([cut.statusCode, cut.json()]).toEqual([400, { code: 'FORM_INVALID' }]);
    expect((await upload('nothing', 'c')).json()).toEqual({ code: 'FORM_INVALID' });
    expect((await upload('--b--', 'b', '/elsewhere')).statusCode).toBe(415);
  });
});

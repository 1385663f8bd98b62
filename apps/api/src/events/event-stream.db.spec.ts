import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventStore } from '@kull/event-store';
import { createTestApi, type TestApi } from '../../../../test/harness/api';
import { loggedInAccount } from '../../../../test/harness/logged-in';

let api: TestApi;
let address: string;
beforeAll(async () => {
  api = await createTestApi();
  await api.app.listen(0, '127.0.0.1');
  address = `${await api.app.getUrl()}/api/v1/event-stream`;
});
afterAll(() => api.close());

interface Following {
  /** The next event's data and id. */
  next(): Promise<{ readonly id: string; readonly data: { readonly position: number; readonly topics: string[] } }>;
  readonly response: Response;
  leave(): void;
}

const follow = async (headers: Record<string, string>): Promise<Following> => {
  const leaving = new AbortController();
  const response = await fetch(address, { headers, signal: leaving.signal });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const next: Following['next'] = async () => {
    for (;;) {
      const found = /id: (\d+)\nevent: log\ndata: (.*)\n\n/.exec(text);
      if (found) {
        text = text.slice(found.index + found[0].length);
        return { id: found[1]!, data: JSON.parse(found[2]!) };
      }
      const { value, done } = await reader.read();
      if (done) throw new Error('the stream ended');
      text += value;
    }
  };
  return { next, response, leave: () => leaving.abort() };
};

const something = (code: string) => loggedInAccount(api, code, { role: 'administrator' });
const head = () => api.app.get(EventStore).reader.head();
const asAdministrator = () => ({ authorization: api.authorization, accept: 'text/event-stream' });

describe('the event stream', () => {
  it('tells at once that the log has grown, and where, but not what happened', async () => {
    const following = await follow(asAdministrator());
    await something('aaa');
    const began = performance.now();
    const { id, data } = await following.next();
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(data.topics).toEqual(['access']);
    expect(id).toBe(String(data.position));
    expect(Object.keys(data)).toEqual(['position', 'topics']);
    following.leave();
  });

  it('tells what was missed to whoever comes again', async () => {
    const before = await head();
    await something('bbb');
    const following = await follow({ ...asAdministrator(), 'last-event-id': String(before) });
    expect((await following.next()).data).toEqual({ position: await head(), topics: ['access'] });
    following.leave();
  });

  it('bears the headers of every answer, and is for administrators', async () => {
    const following = await follow(asAdministrator());
    expect(following.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(following.response.headers.get('cache-control')).toBe('no-store');
    expect(following.response.headers.get('content-security-policy')).toContain("default-src 'none'");
    following.leave();
    expect((await fetch(address)).status).toBe(401);
  });

  it('does not keep the session of a screen alive that is left alone', async () => {
    const cookie = await something('ccc');
    const store = api.app.get(EventStore);
    const seen = async () =>
      (
        await store.query<{ age: number }>(
          `select extract(epoch from now() - seen_at)::integer as age from access.session where holder = 'ccc'`,
        )
      )[0]!.age;
    await store.query(`update access.session set seen_at = now() - interval '10 minutes' where holder = 'ccc'`);
    (await follow({ cookie, accept: 'text/event-stream' })).leave();
    expect(await seen()).toBeGreaterThan(590);
    // Somebody who asks is there.
    await fetch(address.replace('event-stream', 'overview'), { headers: { cookie } });
    expect(await seen()).toBeLessThan(60);
  });
});

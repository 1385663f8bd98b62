import type { QueryClient } from '@tanstack/preact-query';

/** What the event stream tells: names of contexts, which are what the keys of queries begin with. */
interface News {
  readonly position: number;
  readonly topics: readonly string[];
}

let known = Number(globalThis.document?.body.dataset.position ?? 0);
/** The position of the log up to which what is shown knows all, at least. */
export const knownPosition = (): number => known;

/** Keys that are made of several contexts. */
const OF_ALL = ['overview', 'people'];

/** While many events come, screens ask again this often. */
const REST_MS = 1_000;

/** With nobody at the screen for this long it follows no more: a session that is left alone has to end. */
const LEFT_ALONE_MS = 10 * 60_000;

const ACTS = ['pointerdown', 'keydown', 'visibilitychange'] as const;

const listening = (client: QueryClient): (() => void) => {
  const topics = new Set<string>();
  let heard = known;
  let resting = false;
  const refresh = (): void => {
    if (topics.size === 0) {
      resting = false;
      return;
    }
    const roots = new Set([...topics, ...OF_ALL]);
    topics.clear();
    resting = true;
    const upTo = heard;
    void client.invalidateQueries({ predicate: ({ queryKey }) => roots.has(String(queryKey[0])) }).then(() => {
      known = Math.max(known, upTo);
    });
    setTimeout(refresh, REST_MS);
  };
  const source = new EventSource('/api/v1/event-stream');
  source.addEventListener('log', ({ data }) => {
    const news = JSON.parse(data as string) as News;
    heard = news.position;
    for (const topic of news.topics) topics.add(topic);
    if (!resting) refresh();
  });
  return () => source.close();
};

/** Makes open screens show what others change, while somebody is there to see it. */
export const followChanges = (client: QueryClient): void => {
  let close: (() => void) | undefined;
  let lastAct = Date.now();
  const look = (): void => {
    const isWatched = document.visibilityState === 'visible' && Date.now() - lastAct < LEFT_ALONE_MS;
    if (isWatched && !close) {
      close = listening(client);
    } else if (!isWatched && close) {
      close();
      close = undefined;
    }
  };
  for (const act of ACTS)
    document.addEventListener(act, () => {
      lastAct = Date.now();
      const wasAway = !close;
      look();
      // What was missed meanwhile.
      if (wasAway && close) void client.invalidateQueries();
    });
  setInterval(look, 30_000);
  look();
};

import { Grouped } from './grouped';

describe('grouped calls', () => {
  it('answer each caller, with as few statements as there are rounds', async () => {
    const rounds: number[][] = [];
    const squares = new Grouped<number, number>(async (items) => {
      rounds.push([...items]);
      await new Promise((resolve) => setTimeout(resolve, 5));
      return items.map((n) => n * n);
    }, 3);
    const first = Promise.all([1, 2].map((n) => squares.ask(n)));
    await new Promise((resolve) => setTimeout(resolve, 1));
    const rest = Promise.all([3, 4, 5, 6].map((n) => squares.ask(n)));
    expect([...(await first), ...(await rest)]).toEqual([1, 4, 9, 16, 25, 36]);
    expect(rounds).toEqual([[1, 2], [3, 4, 5], [6]]);
  });

  it('fail together, and work again afterwards', async () => {
    let broken = true;
    const calls = new Grouped<string, string>(async (items) => {
      if (broken) throw new Error('away');
      return items;
    });
    await expect(Promise.all(['a', 'b'].map((item) => calls.ask(item)))).rejects.toThrow('away');
    broken = false;
    expect(await calls.ask('c')).toBe('c');
  });
});

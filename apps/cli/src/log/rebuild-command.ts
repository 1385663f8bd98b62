import { Codecs, type ReadModel, rebuildReadModel } from '@kull/event-store';
import type { CliCommand } from '../command';
import { Unusable } from '../terminal/failures';
import { number } from '../terminal/text';
import { withDatabase } from './database';
import { partsOfTheHouse } from './parts';

const chosen = (models: readonly ReadModel[], names: readonly string[], all: boolean): readonly ReadModel[] => {
  const known = models.map(({ name }) => name).sort();
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0 || all === names.length > 0)
    throw new Unusable(
      unknown.length > 0 ? `Ukjent lesemodell: ${unknown.join(', ')}` : 'Oppgi lesemodellene, eller --all.',
      ['Disse finnes:', ...known.map((name) => `  ${name}`)],
    );
  return all ? models : models.filter(({ name }) => names.includes(name));
};

export const rebuildCommand: CliCommand = {
  name: 'rebuild',
  usage: '<lesemodell>…|--all [--database URL]',
  summary: 'Bygger lesemodeller på nytt fra loggen',
  help: 'Bygger ved siden av den som er i bruk, og bytter når den nye er ferdig. Ingenting sendes, utstedes eller leveres.',
  options: { all: { type: 'boolean' }, database: { type: 'string' } },
  run: (call) => {
    const { readModels, codecs } = partsOfTheHouse();
    const models = chosen(readModels, call.positionals, call.flag('all'));
    return withDatabase(call, async (database) => {
      const rebuilt = [];
      for (const model of models) {
        call.progress.step(`Bygger ${model.name}`);
        rebuilt.push(await rebuildReadModel(model, new Codecs(codecs), database));
      }
      call.progress.end();
      call.terminal.out(
        call.flag('json')
          ? `${JSON.stringify(rebuilt, null, 2)}\n`
          : rebuilt.map(({ name, events }) => `${name}: bygd på nytt av ${number(events)} hendelser\n`).join(''),
      );
      return 0;
    });
  },
};

import { demonstrationFolder, readIntakeFolder } from '../../test-model/intake-folder';
import { type WholeRun, wholeRun } from '../../test-model/whole-run';
import type { IntakeDefinition } from './intake-definition';
import { compareRankings, type RankingToCompare } from './ranking-comparison';
import { supposedRules } from './what-if';

const folder = readIntakeFolder(demonstrationFolder());

const rankingOf = (definition: IntakeDefinition, applications = folder.applications): RankingToCompare => {
  const run = wholeRun({ ...folder, definition, applications }) as WholeRun;
  const facts = new Map(applications.map((row) => [row.application_no, row]));
  return {
    rules: definition,
    judged: run.judged.map((one) => {
      const { municipality_code: municipality, class_wishes } = facts.get(one.applicationNo)!;
      return { ...one, municipality, wishes: class_wishes.split('|') };
    }),
  };
};

const now = rankingOf(folder.definition);

it('names nobody when nothing is otherwise', () => {
  expect(compareRankings(now, rankingOf(folder.definition))).toEqual([]);
});

it('names those whom one place more moves, by the rule that did it', () => {
  const more = supposedRules(folder.definition, { classes: [{ code: 'OSLO-1', capacity: 55 }] });
  const changed = compareRankings(now, rankingOf(more));
  expect(changed.length).toBeGreaterThan(0);
  const withOffer = (side: 'before' | 'after') => changed.filter((one) => one[side]?.offer).length;
  expect(withOffer('after')).toBe(withOffer('before') + 1);
  expect(new Set(changed.map(({ by }) => by))).toEqual(new Set(['PLACES']));
});

it('tells the draw from the points, and the cap from the places', () => {
  const drawn = compareRankings(now, rankingOf(supposedRules(folder.definition, { lotterySeed: 'another' })));
  expect(drawn.length).toBeGreaterThan(0);
  expect(drawn.every(({ by }) => by === 'LOTTERY')).toBe(true);
  const capped = compareRankings(now, rankingOf(supposedRules(folder.definition, { maxPerMunicipalityPerClass: 4 })));
  expect(capped.some(({ by }) => by === 'MUNICIPALITY_CAP')).toBe(true);
  const favoured = compareRankings(now, rankingOf(supposedRules(folder.definition, { bonus: { recommendation: 20 } })));
  expect(new Set(favoured.map(({ by }) => by))).toEqual(new Set(['BONUS', 'OTHERS']));
});

it('names whoever came in since', () => {
  const [first, ...rest] = folder.applications;
  const changed = compareRankings(rankingOf(folder.definition, rest), now);
  expect(changed.find(({ applicationNo }) => applicationNo === first!.application_no)).toMatchObject({
    by: 'RECEIVED',
  });
});

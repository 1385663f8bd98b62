import type { Call, CliCommand } from '../command';
import { KullClient } from '../service/client';
import { ServiceRefusal } from '../service/problem';
import { readFacts } from './facts';
import { type Finding, findingsOf } from './findings';

const signs: Readonly<Record<Finding['state'], string>> = { ok: '✓', worse: '!', wrong: '✗' };

/** Whether the service answers, and what it says of itself. */
const serviceFinding = async (call: Call): Promise<Finding> => {
  const url = call.text('url') ?? call.env.KULL_URL;
  if (!url) return { state: 'worse', what: 'Ingen tjeneste kjører', todo: 'npm start' };
  try {
    await new KullClient(url, call.env.KULL_TOKEN).download('/v1/events?limit=1');
    return { state: 'ok', what: `Tjenesten på ${url} svarer` };
  } catch (error) {
    if (error instanceof ServiceRefusal && error.status === 401)
      return { state: 'wrong', what: `Tjenesten på ${url} godtar ikke nøkkelen`, todo: 'Sett KULL_TOKEN' };
    return {
      state: 'wrong',
      what: `Tjenesten på ${url} svarer ikke: ${error instanceof Error ? error.message : String(error)}`,
      todo: 'Se api.log og worker.log i datamappen, og start på nytt med npm start',
    };
  }
};

const line = ({ state, what, todo }: Finding): string => `${signs[state]} ${what}${todo ? `\n    ${todo}` : ''}`;

export const doctorCommand: CliCommand = {
  name: 'doctor',
  usage: '',
  summary: 'Sier hva som er galt med oppsettet, og hva som kan gjøres',
  help: '✓ i orden   ! virker, men kunne vært bedre   ✗ galt\nAvslutter med 1 når noe er galt.',
  options: {},
  run: async (call) => {
    call.progress.step('Ser på oppsettet');
    const facts = await readFacts();
    const findings = [...(facts ? findingsOf(facts) : []), await serviceFinding(call)];
    call.progress.end();
    call.terminal.out(
      call.flag('json') ? `${JSON.stringify(findings, null, 2)}\n` : `${findings.map(line).join('\n')}\n`,
    );
    return findings.some(({ state }) => state === 'wrong') ? 1 : 0;
  },
};

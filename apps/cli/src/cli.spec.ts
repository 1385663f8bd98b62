import { commands } from './commands';
import { runCommand } from './testing/run-command';

const run = (...argv: string[]) => runCommand(argv);

describe('the command line', () => {
  it('lists its commands', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    for (const { name } of commands) expect(out).toContain(`  ${name} `);
  });

  it.each(commands.map(({ name }) => name))('explains `%s`', async (name) => {
    const { code, out } = await run(...name.split(' '), '--help');
    expect(code).toBe(0);
    expect(out).toContain(`Bruk: kull ${name}`);
  });

  it('does not know other commands, and lists its own', async () => {
    const { code, err } = await run('intake', 'walk');
    expect(code).toBe(2);
    expect(err).toContain('Ukjent kommando: intake walk');
    expect(err).toContain('intake run');
  });

  it('refuses an option that a command does not have', async () => {
    const { code, err } = await run('intake', 'run', '--force');
    expect(code).toBe(2);
    expect(err).toContain('--force');
  });

  it('asks for folder and output', async () => {
    expect((await run('intake', 'run', 'somewhere')).code).toBe(2);
  });

  it('refuses a folder that is not there', async () => {
    const { code, err } = await run('course', 'run', 'not-here', '--out', 'nor-here');
    expect(code).toBe(2);
    expect(err).toContain('finnes ikke');
  });

  it('says so when no service can be reached', async () => {
    const { code, err } = await run('openapi', '--url', 'http://127.0.0.1:9');
    expect(code).toBe(2);
    expect(err).toContain('Får ikke kontakt med tjenesten');
  }, 20_000);
});
